import Foundation
import Subprocess
import SystemPackage
import TestSupport

/// A region of the built `maas-sandbox`, and a home for the person in front of it.
struct LiveSandbox: Sendable {
    let url: String
    let key: String
    let home: TemporaryDirectory

    /// The region and its administrator, for the environment.
    var variables: [String: String] {
        ["HOME": home.path, "MAAS_URL": url, "MAAS_API_KEY": key]
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
                try await work(
                    LiveSandbox(
                        url: String(url.dropFirst("MAAS_URL=".count)),
                        key: String(key.dropFirst("MAAS_API_KEY=".count)), home: home))
            } catch {
                try process.send(signal: .terminate)
                throw error
            }
            try process.send(signal: .terminate)
        }
    }
}
