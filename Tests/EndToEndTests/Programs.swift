import Foundation
import Subprocess
import SystemPackage
import TestSupport

/// The programs as they were built, beside the tests.
enum Programs {
    static let maasBoot = directory + "/maas-boot"
    static let sandbox = directory + "/maas-sandbox"

    /// Where they are: the test bundle is a program in the same directory.
    static let directory = {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    }()

    /// How the sanitizers are to act that this was built with, if it was.
    private static let sanitizers = ProcessInfo.processInfo.environment.filter {
        ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
    }

    /// What every child gets: nothing of this process's own but where to find programs, and how
    /// sanitizers act.
    static func environment(_ variables: [String: String]) -> Environment {
        let base = [
            "PATH": "/usr/bin:/bin", "http_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1",
        ]
        let all = base.merging(sanitizers) { $1 }.merging(variables) { $1 }.filter {
            !$0.value.isEmpty
        }
        return .custom(
            Dictionary(uniqueKeysWithValues: all.map { (Environment.Key(stringLiteral: $0), $1) }))
    }

    /// Runs `maas-boot` to its end.
    static func run(
        _ line: String, _ variables: [String: String], input: String = ""
    ) async throws -> CommandRun {
        try await run([maasBoot] + line.split(separator: " ").map(String.init), variables, input)
    }

    /// Runs a shell line to its end, in which `$maas_boot` is the program.
    static func shell(
        _ line: String, _ variables: [String: String]
    ) async throws -> CommandRun {
        try await run(
            ["bash", "-c", line], variables.merging(["maas_boot": maasBoot]) { $1 }, "")
    }

    private static func run(
        _ words: [String], _ variables: [String: String], _ input: String
    ) async throws -> CommandRun {
        let result = try await Subprocess.run(
            words[0].hasPrefix("/") ? .path(FilePath(words[0])) : .name(words[0]),
            arguments: Arguments(Array(words.dropFirst())), environment: environment(variables),
            input: .string(input), output: .string(limit: 4 << 20), error: .string(limit: 4 << 20))
        return CommandRun(
            status: number(result.terminationStatus), output: result.standardOutput,
            error: result.standardError)
    }

    /// The number that a shell would see.
    static func number(_ status: TerminationStatus) -> Int32 {
        switch status {
        case .exited(let code): code
        case .signaled(let signal): 128 + signal
        }
    }
}
