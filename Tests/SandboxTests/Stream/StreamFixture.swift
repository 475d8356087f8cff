import Foundation
import Sandbox

/// Gives the body a server of a small stream, and stops it whatever happens.
func withStreamServer(
    _ configuration: SampleStreamConfiguration = .small,
    _ body: (StreamServer) async throws -> Void
) async throws {
    let server = try await StreamServer.start(configuration)
    do {
        try await body(server)
    } catch {
        await server.stop()
        throw error
    }
    await server.stop()
}

extension SampleStreamConfiguration {
    /// One architecture, and files of a few KiB.
    static var small: SampleStreamConfiguration {
        var configuration = SampleStreamConfiguration()
        configuration.arches = ["amd64"]
        configuration.scale = 2e-5
        return configuration
    }
}

/// A document of a line, as Foundation reads it: strict, unlike the stream's own writer.
struct FetchedDocument {
    let json: [String: Any]

    init(_ text: some StringProtocol) throws {
        let start = text.firstIndex(of: "{") ?? text.startIndex
        let end = text.range(of: "\n-----BEGIN PGP SIGNATURE-----")?.lowerBound ?? text.endIndex
        let object = try JSONSerialization.jsonObject(with: Data(text[start..<end].utf8))
        json = object as? [String: Any] ?? [:]
    }

    var updated: String { json["updated"] as? String ?? "" }

    /// The path of each content id's products document.
    var index: [String: String] {
        let entries = json["index"] as? [String: [String: Any]] ?? [:]
        return entries.compactMapValues { $0["path"] as? String }
    }

    var products: [String: [String: Any]] { json["products"] as? [String: [String: Any]] ?? [:] }

    /// Every item, from the products' newest versions only or from all.
    func items(newestOnly: Bool = false) -> [[String: Any]] {
        products.values.flatMap { product -> [[String: Any]] in
            let versions = product["versions"] as? [String: [String: Any]] ?? [:]
            let names = newestOnly ? [versions.keys.max() ?? ""] : Array(versions.keys)
            return names.flatMap { name in
                (versions[name]?["items"] as? [String: [String: Any]] ?? [:]).values
            }
        }
    }

    var paths: Set<String> { Set(items().compactMap { $0["path"] as? String }) }
}

extension StreamServer {
    static let ubuntu = "com.ubuntu.maas:stable:v3:download"

    /// The address of the stable line's index.
    var index: String { url(.stable) + "streams/v1/index.sjson" }

    /// The address of the stable line's Ubuntu products.
    var products: String { url(.stable) + "streams/v1/\(Self.ubuntu).sjson" }

    /// The address of one squashfs that the stable line publishes, and what is said about it.
    func squashfs() async throws -> (url: String, size: Int, sha256: String) {
        let document = try FetchedDocument(try await curl(products).text)
        let items = document.items(newestOnly: true).filter { $0["ftype"] as? String == "squashfs" }
        let item = items.min { ($0["path"] as? String ?? "") < ($1["path"] as? String ?? "") }
        return (
            url(.stable) + (item?["path"] as? String ?? ""), item?["size"] as? Int ?? 0,
            item?["sha256"] as? String ?? ""
        )
    }

    /// What gpgv says on its status lines about what curl fetches from an address.
    func gpgv(
        _ address: String, keyring: String? = nil
    ) async throws -> (isGood: Bool, status: String) {
        try await withTemporaryDirectory { directory in
            let file = directory + "/document"
            try Data(try await curl(address).body).write(to: URL(filePath: file))
            let result = try await runProgram(
                "gpgv",
                ["--homedir", directory, "--status-fd", "1", "--keyring", keyring ?? keyringPath]
                    + [file])
            return (result.exitCode == 0, result.text)
        }
    }
}
