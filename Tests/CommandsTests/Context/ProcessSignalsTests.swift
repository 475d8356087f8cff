import Commands
import Glibc
import Testing

@Suite struct ProcessSignalsTests {
    @Test func `tells of a signal, and leaves the second one to the system`() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            var signals = ProcessSignals().termination().makeAsyncIterator()
            kill(getpid(), SIGTERM)
            guard await signals.next() == .terminate else { exit(1) }
            kill(getpid(), SIGTERM)
            try await Task.sleep(for: .seconds(60))
        }
    }

    @Test func `tells of both signals`() async {
        await #expect(processExitsWith: .exitCode(0)) {
            var signals = ProcessSignals().termination().makeAsyncIterator()
            kill(getpid(), SIGINT)
            guard await signals.next() == .interrupt else { exit(1) }
            kill(getpid(), SIGTERM)
            guard await signals.next() == .terminate else { exit(2) }
            exit(0)
        }
    }
}
