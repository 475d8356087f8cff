import Commands
import Sandbox
import TestSupport
import Testing

/// The program in surroundings that are not quite usual.
@Suite struct SurroundingsTests {
    private static let lines = [
        "source list", "selection list", "image list", "status", "doctor", "import status",
    ]

    @Test(arguments: [60, 80, 100, 200])
    func `stays within the terminal's width`(width: Int) async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            for line in ["source list", "selection list"] {
                let run = await fixture.run(
                    line, adding: ["NO_COLOR": "1"],
                    terminal: FixedTerminal([.output, .error], width: width))
                #expect(run.lines.allSatisfy { $0.count <= width }, "\(line)")
            }
        }
    }

    @Test(arguments: [
        ["NO_COLOR": "1"], ["CLICOLOR": "0"], ["TERM": "dumb"],
    ])
    func `writes no colour where none is wanted`(environment: [String: String]) async throws {
        try await CommandFixture.with { fixture in
            for line in Self.lines + ["image show 4711"] {
                let run = await fixture.run(
                    line, adding: environment, terminal: FixedTerminal([.output, .error]))
                #expect(!(run.output + run.error).contains("\u{1b}"), "\(line)")
            }
        }
    }

    @Test func `writes colour anywhere when it is forced`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("image list", adding: ["CLICOLOR_FORCE": "1"])
            #expect(run.output.contains("\u{1b}[32mcomplete"))
            let error = await fixture.run("image show 4711", adding: ["CLICOLOR_FORCE": "1"])
            #expect(error.error.contains("\u{1b}[31merror:"))
        }
    }

    @Test func `ends with 141 and without a word when nobody reads its output`() async throws {
        try await CommandFixture.with { fixture in
            for line in Self.lines {
                let captured = CapturedContext(
                    environment: fixture.environment, home: fixture.home.path,
                    clock: fixture.clock)
                captured.output.refuse(with: .closed)
                let status = await Program(Root.self, in: captured.context).run(
                    line.split(separator: " ").map(String.init))
                #expect(status == 141, "\(line)")
                #expect(captured.error.text.isEmpty, "\(line)")
            }
        }
    }
}
