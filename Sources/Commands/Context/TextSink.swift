/// Where text goes.
package protocol TextSink: Sendable {
    /// Writes the text as it is, whole, even when several tasks write at once.
    func write(_ text: String) throws(OutputProblem)
}

/// Why text could not be written.
package enum OutputProblem: Error, Sendable, Equatable {
    /// The reader is gone (EPIPE), as with `maas-boot image list | head -1`. The run ends quietly
    /// with 141, which is what a shell reports for a program killed by SIGPIPE: a script sees that
    /// not all was read, and nobody sees an error message.
    case closed
    /// The system refused, with this reason.
    case failed(reason: String)
}

extension OutputProblem: FailureConvertible {
    package var failure: Failure {
        switch self {
        case .closed: Failure(.outputClosed, "the output was closed before all was written")
        case .failed(let reason):
            Failure(
                .failed, "the output could not be written", received: reason,
                hint: "see that the file system has room and the output is still there")
        }
    }
}
