import Commands
import TestSupport
import Testing

@Suite struct ProgramTests {
    private func run(
        _ arguments: [String], signals: any SignalSource = NoSignals()
    ) async -> (status: Int32, output: String, error: String) {
        let captured = CapturedContext(signals: signals)
        let status = await Program(Orchard.self, in: captured.context).run(arguments)
        return (status, captured.output.text, captured.error.text)
    }

    @Test(arguments: [
        ("done", 0, "picked\n", ""), ("differences", 2, "", ""),
        ("missing", 7, "", "error: no such fruit\nhint: plant it\n"),
        ("rotten", 6, "", "error: it is rotten\n"), ("odd", 1, "", "error: something odd\n"),
        ("else", 42, "", ""),
    ])
    func `ends as its command ends`(
        ending: String, status: Int, output: String, error: String
    ) async {
        let run = await run(["pick", ending])
        #expect(run.status == Int32(status))
        #expect(run.output == output)
        #expect(run.error == error)
    }

    @Test(arguments: [["pick"], ["pick", "invalid"], ["pick", "done", "--shiny"]])
    func `ends with 64 and the usage on a usage error`(arguments: [String]) async {
        let run = await run(arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.error.contains("error: ") && run.error.contains("Usage: orchard"))
    }

    @Test func `writes errors as JSON where JSON was asked for`() async {
        let missing = await run(["pick", "missing", "-o", "json"])
        #expect(missing.status == 7)
        #expect(missing.error.hasPrefix(#"{"code":"not_found","#))
        let usage = await run(["pick", "done", "--shiny", "-o", "json"])
        #expect(usage.status == 64)
        #expect(usage.error.hasPrefix(#"{"code":"usage","#))
        #expect(usage.error.contains("--shiny"))
    }

    @Test func `writes help and version on standard output`() async {
        for arguments in [["--help"], ["pick", "--help"], []] {
            let run = await run(arguments)
            #expect(run.status == 0)
            #expect(run.output.contains("USAGE: orchard") && run.output.hasSuffix("\n"))
            #expect(run.error.isEmpty)
        }
        #expect(await run(["--version"]).output == "1.2.3\n")
    }

    @Test(arguments: [
        (TerminationSignal.interrupt, 130, "error: interrupted\n"),
        (.terminate, 143, "error: terminated by a signal\n"),
    ])
    func `cancels the command on a signal`(
        signal: TerminationSignal, status: Int, error: String
    ) async {
        let signals = ManualSignals()
        signals.send(signal)
        let run = await run(["pick", "waits"], signals: signals)
        #expect(run.status == Int32(status))
        #expect(run.error == error)
    }

    @Test func `tells the signal also when the command ends in peace`() async {
        let signals = ManualSignals()
        signals.send(.interrupt)
        let run = await run(["pick", "stubborn"], signals: signals)
        #expect(run.status == 130)
        #expect(run.error.isEmpty)
    }

    @Test func `ends quietly with 141 when the reader of its output is gone`() async {
        for arguments in [["pick", "done"], ["--help"]] {
            let captured = CapturedContext()
            captured.output.refuse(with: .closed)
            let status = await Program(Orchard.self, in: captured.context).run(arguments)
            #expect(status == 141)
            #expect(captured.error.text.isEmpty)
        }
    }

    @Test func `says so when its output cannot be written`() async {
        let captured = CapturedContext()
        captured.output.refuse(with: .failed(reason: "No space left on device"))
        let status = await Program(Orchard.self, in: captured.context).run(["pick", "done"])
        #expect(status == 1)
        #expect(captured.error.text.contains("received: No space left on device\n"))
    }

    @Test func `works on when its standard error is gone`() async {
        let captured = CapturedContext()
        captured.error.refuse(with: .closed)
        let status = await Program(Orchard.self, in: captured.context).run(["pick", "missing"])
        #expect(status == 7)
    }
}
