internal import Glibc

/// Where the signal handler leaves the numbers of signals. It lives as long as the process.
private let arrived = SelfPipe()

/// The process's own SIGINT and SIGTERM, caught from the first call of `termination()` on.
///
/// Each is caught once: after the first, the system's own action stands again, so that a second
/// Ctrl-C ends a program that does not end by itself. Programs started from here see the system's
/// own actions.
package struct ProcessSignals: SignalSource {
    package init() {}

    package func termination() -> AsyncStream<TerminationSignal> {
        let reader = DescriptorReader(arrived.reading, most: 1)
        TerminationSignal.allCases.forEach(Self.catchOnce)
        return AsyncStream {
            guard let byte = try? await reader.read().first else { return nil }
            return TerminationSignal(rawValue: Int32(byte))
        }
    }

    /// Calls only what POSIX lists as safe in a signal handler.
    private static func catchOnce(_ signal: TerminationSignal) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { number in
            let saved = errno
            arrived.wake(UInt8(truncatingIfNeeded: number))
            errno = saved
        }
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
        sigaction(signal.rawValue, &action, nil)
    }
}
