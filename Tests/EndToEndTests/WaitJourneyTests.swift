import Subprocess
import SystemPackage
import TestSupport
import Testing

/// Waiting, watching and being interrupted.
@Suite struct WaitJourneyTests {
    /// Starts a command, waits for the first line on standard error that is wanted, and sends the
    /// signal.
    private func interrupted(
        _ arguments: [String], _ variables: [String: String], when isWanted: (String) -> Bool,
        by signal: Subprocess.Signal
    ) async throws -> (status: Int32, said: [String]) {
        let said: [String]
        let result = try await Subprocess.run(
            .path(FilePath(Programs.maasBoot)), arguments: Arguments(arguments),
            environment: Programs.environment(variables), input: .none, output: .discarded,
            error: .sequence
        ) { process in
            var hasSent = false
            var lines: [String] = []
            for try await line in process.standardError.strings() {
                lines.append(line)
                if !hasSent, isWanted(line) {
                    hasSent = true
                    try process.send(signal: signal)
                }
            }
            return lines
        }
        said = result.closureResult
        return (Programs.number(result.terminationStatus), said)
    }

    @Test(arguments: [(Subprocess.Signal.interrupt, Int32(130)), (.terminate, 143)])
    func `leaves the import running when it is interrupted`(
        signal: Subprocess.Signal, status: Int32
    ) async throws {
        try await LiveSandbox.with("--import-seconds", "600") { region in
            _ = try await region.run("selection ensure jammy")
            _ = try await region.run("import start")
            let end = try await interrupted(
                ["import", "wait", "--progress", "plain"], region.variables,
                when: { $0.contains("ubuntu/jammy") || $0.contains("importing") }, by: signal)
            #expect(end.status == status)
            #expect(end.said.contains { $0.contains("the import goes on in the region") })
            #expect(end.said.last?.hasPrefix("error: ") == true)
            let after = try await region.run("import status --json importing")
            #expect(after.json["importing"] == true)
        }
    }

    @Test func `tells progress as JSON lines`() async throws {
        try await LiveSandbox.with("--import-seconds", "2") { region in
            _ = try await region.run("selection ensure jammy")
            let run = try await region.run("import start --wait --progress json --json ready")
            #expect(run.status == 0)
            #expect(run.json["ready"] == true)
            let lines = try run.error.split(separator: "\n").map {
                try JSONDocument(reading: String($0))
            }
            #expect(lines.first?["event"] == "stage")
            #expect(lines.allSatisfy { $0["time"]?.text != nil })
        }
    }

    @Test func `watches the status on a terminal, round after round`() async throws {
        try await LiveSandbox.with { region in
            let screen = try Screen()
            let terminal = FileDescriptor(rawValue: screen.slave)
            let result = try await Subprocess.run(
                .path(FilePath(Programs.maasBoot)),
                arguments: ["status", "--watch", "--interval", "1s"],
                environment: Programs.environment(
                    region.variables.merging(["TERM": "xterm"]) { $1 }),
                input: .none,
                output: .fileDescriptor(terminal, closeAfterSpawningProcess: false),
                error: .fileDescriptor(terminal, closeAfterSpawningProcess: true)
            ) { process in
                let clear = "\u{1b}[H\u{1b}[2J"
                let hasTwo = await screen.wait { text in
                    let rounds = text.split(separator: clear, omittingEmptySubsequences: true)
                    return rounds.count >= 2 && rounds.last?.contains("notices") == true
                }
                #expect(hasTwo)
                try process.send(signal: .interrupt)
            }
            #expect(Programs.number(result.terminationStatus) == 130)
        }
    }
}
