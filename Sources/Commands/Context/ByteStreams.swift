/// Where bytes go that are no text.
package protocol ByteSink: Sendable {
    /// Writes all bytes; waits while the reader is slow.
    func write(bytes: borrowing RawSpan) throws(OutputProblem)
}

/// Where bytes come from that are no text.
package protocol ByteSource: Sendable {
    /// The next bytes, or none at the end. Throws `CancellationError` when the task is cancelled
    /// while it waits, and a failure with the system's reason.
    func read() async throws -> [UInt8]
}

/// No stream of bytes at all, for contexts whose commands use none.
package struct NoBytes: ByteSink, ByteSource {
    package init() {}

    package func write(bytes: borrowing RawSpan) throws(OutputProblem) {
        throw .failed(reason: "there is no output for bytes")
    }

    package func read() async throws -> [UInt8] { [] }
}
