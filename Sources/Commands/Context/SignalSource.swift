/// The signals that ask the program to end.
package enum TerminationSignal: Int32, Sendable, Equatable, CaseIterable {
    /// SIGINT: Ctrl-C.
    case interrupt = 2
    /// SIGTERM: a service manager, or `timeout`.
    case terminate = 15

    /// The failure that a run ended by this signal is told as.
    var failure: Failure {
        switch self {
        case .interrupt: Failure(.interrupted, "interrupted")
        case .terminate: Failure(.terminated, "terminated by a signal")
        }
    }
}

/// Where signals come from.
package protocol SignalSource: Sendable {
    /// The signals from now on. The stream may never end; reading stops when its task is cancelled.
    func termination() -> AsyncStream<TerminationSignal>
}
