import Foundation
import Subprocess
import SystemPackage
import TestSupport

/// A region of the built `maas-sandbox`, and a home for the person in front of it.
struct LiveSandbox: Sendable {
    let url: String
    let key: String
    /// The address of the stream beside it, which is a proxy for the official one; nil without
    /// `--stream`.
    let stream: String?
    let home: TemporaryDirectory

    /// The region and its administrator, for the environment.
    var variables: [String: String] {
        var variables = ["HOME": home.path, "MAAS_URL": url, "MAAS_API_KEY": key]
        if let stream {
            variables["http_proxy"] = stream
            variables["MIRROR"] = "\(stream)/ephemeral-v3/stable/"
        }
        return variables
    }

    /// Runs `maas-boot` against it.
    func run(
        _ line: String, adding variables: [String: String] = [:], input: String = ""
    ) async throws -> CommandRun {
        try await Programs.run(line, self.variables.merging(variables) { $1 }, input: input)
    }

    /// Starts a region, does the work, and ends the region with SIGTERM however the work ends.
    static func with(
        _ options: String..., work: @Sendable (LiveSandbox) async throws -> Void
    ) async throws {
        try await with(options: options, work: work)
    }

    /// The same with options in a list.
    static func with(
        options: [String], work: @Sendable (LiveSandbox) async throws -> Void
    ) async throws {
        let home = try TemporaryDirectory()
        _ = try await Subprocess.run(
            .path(FilePath(Programs.sandbox)), arguments: Arguments(options),
            environment: Programs.environment([:]), input: .none, output: .sequence,
            error: .discarded
        ) { process in
            do {
                var lines = process.standardOutput.strings().makeAsyncIterator()
                let url = try await lines.next() ?? ""
                let key = try await lines.next() ?? ""
                let proxy = options.contains("--stream") ? try await lines.next() : nil
                try await work(
                    LiveSandbox(
                        url: String(url.dropFirst("MAAS_URL=".count)),
                        key: String(key.dropFirst("MAAS_API_KEY=".count)),
                        stream: proxy.map { String($0.dropFirst("http_proxy=".count)) }, home: home)
                )
            } catch {
                try process.send(signal: .terminate)
                throw error
            }
            try process.send(signal: .terminate)
        }
    }
}
