import Foundation
import TestSupport
import Testing

/// The scripts in `examples/`, run as they are by a shell, against a region that imports from a
/// stream beside it.
@Suite(.timeLimit(.minutes(10))) struct ExampleScriptTests {
    @Test(arguments: try ExampleScript.all(in: "examples"))
    func `works, and works again`(_ name: String) async throws {
        let options = name.hasPrefix("17") ? ["--maas-version", "3.8"] : []
        try await LiveSandbox.with(options: options + Self.stream) { region in
            let keyring = try await ExampleScript.keyring(of: region)
            for _ in 1...2 {
                let run = try await ExampleScript.run(
                    "examples/\(name)", region, keyring: keyring)
                #expect(run.status == 0, "\(run.output)\n\(run.error)")
            }
        }
    }

    @Test(arguments: [
        ("F-unreachable-mirror.sh", "127.0.0.1:9", Int32(5)),
        ("G-no-commissioning-release.sh", "noble", 1),
    ])
    func `is refused, with its cause, and changes nothing`(
        name: String, cause: String, status: Int32
    ) async throws {
        try await LiveSandbox.with(options: Self.stream) { region in
            let before = try await Self.state(of: region)
            let keyring = try await ExampleScript.keyring(of: region)
            let run = try await ExampleScript.run(
                "examples/refused/\(name)", region, keyring: keyring)
            #expect(run.status == status, "\(run.output)\n\(run.error)")
            #expect(run.error.contains(cause))
            #expect(try await Self.state(of: region) == before)
        }
    }

    private static func state(of region: LiveSandbox) async throws -> [String] {
        let sources = try await region.run("source list --jq .")
        let selections = try await region.run("selection list --jq .")
        try #require(sources.status == 0 && selections.status == 0)
        return [sources.output, selections.output]
    }

    private static let stream = ["--stream", "--import-seconds", "0.3"]
}

/// Runs what is in `examples/`.
enum ExampleScript {
    private static let root = URL(filePath: #filePath)
        .appending(path: "../../../..").standardized.path

    static func all(in directory: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(directory)")
            .filter { $0.hasSuffix(".sh") }.sorted()
    }

    /// Runs a script with the region, the stream as mirror, and directories of its own. A second
    /// run finds what the first one left.
    static func run(
        _ path: String, _ region: LiveSandbox, keyring: String
    ) async throws -> CommandRun {
        var variables = region.variables
        variables["PATH"] = Programs.directory + ":/usr/bin:/bin"
        variables["KEYRING"] = keyring
        variables["DIRECTORY"] = region.home.path("images")
        variables["BUNDLE"] = region.home.path("images.tar")
        variables["THERE"] = region.home.path("there")
        return try await Programs.shell("exec sh \(root)/\(path)", variables)
    }

    /// The keyring of the stream that the region imports from.
    static func keyring(of region: LiveSandbox) async throws -> String {
        let run = try await region.run("source list --jq .[0].keyring_filename")
        return run.output.trimmingCharacters(in: .newlines)
    }
}
