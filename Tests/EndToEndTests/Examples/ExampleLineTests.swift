import Foundation
import TestSupport
import Testing

/// Every line that the help of any command shows, typed into a shell in front of a sandbox region.
@Suite(.timeLimit(.minutes(10))) struct ExampleLineTests {
    @Test(arguments: try await HelpExamples.all())
    func `work as they are shown`(examples: HelpExamples) async throws {
        #expect(examples.lines.count >= 2, "\(examples.command) shows too little")
        let command = examples.command
        let options = ["--maas-version", ExampleStage.generations[command] ?? "3.7"]
        try await LiveSandbox.with(options: options + ["--stream", "--import-seconds", "0.2"]) {
            let shell = try await ExampleShell($0)
            if let preparation = ExampleStage.preparations[command] {
                try await shell.succeed(preparation)
            }
            guard command == "use" else { return try await Self.type(examples, into: shell) }
            try await shell.succeed(ExampleStage.signedMirror)
            try await MirrorHost.with($0.home.path("own")) { mirror in
                try await Self.type(examples, into: shell.attached(to: mirror))
            }
        }
    }

    @Test func `the sandbox's own examples begin and end as they should`() async throws {
        let lines = try await HelpExamples.all(of: "maas-sandbox").flatMap(\.lines)
        #expect(lines.count >= 2)
        let home = try TemporaryDirectory()
        let variables = ["PATH": Programs.directory + ":/usr/bin:/bin", "HOME": home.path]
        for line in lines {
            let run = try await Programs.shell(
                "cd \"$HOME\"\n\(ExampleShell.interrupting(line)) && cat shown", variables)
            #expect(run.status == 0, "\(line)\n\(run.error)")
            #expect(run.output.contains("/MAAS"), "\(line)\n\(run.output)")
        }
    }

    private static func type(_ examples: HelpExamples, into shell: ExampleShell) async throws {
        for line in examples.lines where shell.serves(line) {
            let run = try await shell.type(line, of: examples.command)
            #expect(
                run.status == ExampleStage.status(of: line),
                "\(line)\n\(run.output)\n\(run.error)")
        }
        try await ask(for: examples, shell)
    }

    /// Asks for the result of one of the lines through jq. Where it cannot work a second time, the
    /// error has to be JSON.
    private static func ask(for examples: HelpExamples, _ shell: ExampleShell) async throws {
        let served = examples.lines.filter(shell.serves)
        guard let line = served.first(where: ExampleStage.prints) else { return }
        let run = try await shell.type(
            ExampleStage.asking(line, through: "type", examples.command), of: examples.command)
        if run.status == ExampleStage.status(of: line) {
            #expect(["array\n", "object\n"].contains(run.output), "\(line)\n\(run.output)")
        } else {
            #expect(run.errorJSON["exit_status"] == .number(Double(run.status)), "\(run.error)")
        }
    }
}
