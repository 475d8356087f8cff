internal import FoundationEssentials
internal import MirrorServer

/// A mirror that is served, or the configuration by which another server would.
struct ServedMirror: Sendable {
    let directory: String
    let listen: ListenAddress
    /// Where the directory is served; ends in a slash.
    let url: String
    /// The streams in the directory, as paths below it that are empty or end in a slash.
    let streams: [String]
    /// The server that the configuration is for; nil while this program serves.
    let server: WebServer?
    let configuration: String?

    /// The addresses to attach to regions.
    var attachments: [String] {
        (streams.isEmpty ? [""] : streams).map { url + $0 }
    }

    static let listing = Listing<ServedMirror>(
        plural: "served mirrors",
        fields: [
            Field("url") { .string($0.url) },
            Field("directory") { .string($0.directory) },
            Field("listen") { .string($0.listen.description) },
            Field("streams") { .strings($0.attachments) },
            Field("server") { .string($0.server?.rawValue ?? "maas-boot") },
            Field("configuration") { .string(orNull: $0.configuration) },
        ],
        columns: [
            Column("URL", .identifier) { served, _ in served.url },
            Column("DIRECTORY") { served, _ in served.directory },
        ],
        sentence: { served, _ in
            if let configuration = served.configuration {
                return configuration.hasSuffix("\n")
                    ? String(configuration.dropLast()) : configuration
            }
            let lines = served.attachments.map { "maas-boot use \(ShellWord.quoted($0))" }
            return (["serving \(served.directory) at \(served.url)"] + lines)
                .joined(separator: "\n")
        })
}

/// Finds the streams in a directory.
enum MirrorFinding {
    /// The paths of streams in a directory: itself (empty), or those directly below it, each ending
    /// in a slash.
    static func streams(in directory: String) -> [String] {
        if isStream(directory) { return [""] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.sorted().filter { name in
            !name.hasPrefix(".") && ServedBase(argument: name) != nil
                && isStream("\(directory)/\(name)")
        }.map { $0 + "/" }
    }

    private static func isStream(_ directory: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(directory)/streams/v1")
    }
}

/// Paths from the root.
enum AbsolutePath {
    /// The path from the root of what is named by a path from the current directory; links stay as
    /// they are.
    ///
    /// Throws a usage failure for control characters, which no unit, crontab or configuration can
    /// hold.
    static func of(_ path: String) throws(Failure) -> String {
        guard !path.isEmpty,
            !path.unicodeScalars.contains(where: { $0.value < 32 || $0 == "\u{7f}" })
        else {
            throw Failure(.usage, "this is no directory's name", received: path)
        }
        let whole =
            path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        var names: [Substring] = []
        for name in whole.split(separator: "/") where name != "." {
            if name == ".." { _ = names.popLast() } else { names.append(name) }
        }
        return "/" + names.joined(separator: "/")
    }
}
