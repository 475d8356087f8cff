package import Commands

/// Signals that never come.
package struct NoSignals: SignalSource {
    package init() {}

    package func termination() -> AsyncStream<TerminationSignal> {
        AsyncStream { _ in }
    }
}

/// Signals that the test sends. One run may listen.
package struct ManualSignals: SignalSource {
    private let stream: AsyncStream<TerminationSignal>
    private let continuation: AsyncStream<TerminationSignal>.Continuation

    package init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    /// Sends the signal, now or as soon as somebody listens.
    package func send(_ signal: TerminationSignal) {
        continuation.yield(signal)
    }

    package func termination() -> AsyncStream<TerminationSignal> { stream }
}
