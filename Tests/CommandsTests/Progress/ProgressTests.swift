@testable import Commands
import FoundationEssentials
import TestSupport
import Testing

@Suite struct ProgressTests {
    /// What is written for events at these seconds; nil is a tick.
    private func shown(
        _ mode: ProgressMode, width: Int = 80, _ events: [(Double, ProgressEvent?)]
    ) throws -> [String] {
        var renderer = try #require(mode.renderer(colour: false))
        var state = ProgressState()
        return events.map { seconds, event in
            let moment = ProgressMoment(
                elapsed: .seconds(seconds),
                date: Date(timeIntervalSince1970: 1_769_860_800 + seconds), width: width)
            guard let event else { return renderer.textForTick(state, moment) }
            state.take(event, at: moment.elapsed)
            return renderer.text(for: event, state, moment)
        } + [renderer.textAtEnd()]
    }

    @Test func `writes plain lines on changes and every ten seconds`() throws {
        let texts = try shown(
            .plain,
            [
                (0, .stage("noble")), (1, .amount(done: 0, total: 4096)), (5, nil),
                (9, .amount(done: 1024, total: 4096)), (10, nil), (19, nil), (20, nil),
                (21, .message("slow\u{1b}[31m")), (22, .amount(done: 4096, total: 4096)),
                (23, .amount(done: 4096, total: 4096)),
            ])
        #expect(
            texts == [
                "noble\n", "", "", "",
                "noble: 1.0 KiB of 4.0 KiB, 25 %, 128 B/s, 24s left\n", "",
                "noble: 1.0 KiB of 4.0 KiB, 25 %, 128 B/s, 24s left\n", "slow\u{fffd}[31m\n",
                texts[8], "", "",
            ])
        #expect(texts[8].hasPrefix("noble: 4.0 KiB of 4.0 KiB, 100 %"))
    }

    @Test func `draws one line and clears it at the end`() throws {
        let texts = try shown(
            .bar, width: 60,
            [
                (0, .stage("ubuntu/noble amd64 squashfs")), (1, .amount(done: 0, total: 4096)),
                (1.05, .amount(done: 100, total: 4096)), (2, .amount(done: 2048, total: 4096)),
                (2.1, .message("a warning")), (3, nil),
            ])
        #expect(texts[0] == "\r\u{1b}[Kubuntu/noble amd64 squashfs")
        #expect(texts[2].isEmpty)
        #expect(texts[3].contains("[##########..........] 2.0 KiB of 4.0 KiB"))
        #expect(texts[4].hasPrefix("\r\u{1b}[Ka warning\n\r\u{1b}[K"))
        for text in texts where !text.contains("\n") {
            #expect(DisplayWidth.of(text.dropFirst("\r\u{1b}[K".count)) < 60)
        }
        #expect(texts.last == "\r\u{1b}[K")
    }

    @Test func `writes JSON lines`() throws {
        let texts = try shown(
            .json,
            [
                (0, .stage("noble")), (1, .amount(done: 0, total: 200)),
                (1.5, .amount(done: 50, total: 200)), (2, .amount(done: 100, total: 200)),
                (2.1, .amount(done: 200, total: 200)), (2.2, .amount(done: 200, total: 200)),
                (2.3, .message("done")),
            ])
        #expect(
            texts[0] == #"{"time":"2026-01-31T12:00:00Z","event":"stage","stage":"noble","#
                + #""done_bytes":null,"total_bytes":null,"bytes_per_second":null,"#
                + #""remaining_seconds":null,"message":null}"# + "\n")
        #expect(texts[2].isEmpty && texts[5].isEmpty && texts[7].isEmpty)
        #expect(
            texts[3].contains(
                #""event":"amount","stage":"noble","done_bytes":100,"total_bytes":200,"#
                    + #""bytes_per_second":100,"remaining_seconds":1,"#))
        #expect(texts[4].contains(#""done_bytes":200"#))
        #expect(texts[6].contains(#""event":"message""#) && texts[6].contains(#""message":"done""#))
    }

    @Test(arguments: [
        (ProgressMode.auto, true, "xterm", ProgressMode.bar), (.auto, true, "dumb", .plain),
        (.auto, false, "xterm", .plain), (.bar, false, "dumb", .bar), (.none, true, "xterm", .none),
    ])
    func `chooses by what standard error is`(
        mode: ProgressMode, isTerminal: Bool, term: String, resolved: ProgressMode
    ) {
        #expect(
            mode.resolved(isTerminal: isTerminal, environment: ["TERM": term]) == resolved)
    }

    @Test func `keeps talking while the work says nothing, on standard error only`() async throws {
        let clock = ManualClock()
        let captured = CapturedContext(clock: clock)
        try await captured.context.withProgress(.auto) { progress in
            progress.report(.stage("waiting"))
            while !captured.error.text.hasSuffix("waiting\nwaiting\nwaiting\n") {
                await Task.yield()
            }
        }
        #expect(clock.elapsed >= .seconds(20))
        #expect(captured.output.text.isEmpty)
    }

    @Test func `clears the bar also when the work fails`() async throws {
        let captured = CapturedContext(
            terminal: FixedTerminal([.error]), clock: ManualClock())
        await #expect(throws: CancellationError.self) {
            try await captured.context.withProgress(.bar) { progress in
                progress.report(.stage("downloading"))
                throw CancellationError()
            }
        }
        #expect(captured.error.text.hasSuffix("\r\u{1b}[K"))
    }
}
