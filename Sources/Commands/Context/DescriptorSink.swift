internal import Glibc
internal import Synchronization

/// Writes text to an open file descriptor, unbuffered: each text is one write where the system
/// allows it.
package final class DescriptorSink: TextSink, ByteSink {
    private let descriptor: Int32
    private let turn = Mutex(())

    /// Takes a descriptor that stays open as long as the sink; the sink never closes it.
    package init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    package func write(_ text: String) throws(OutputProblem) {
        let bytes = Array(text.utf8)
        try write(bytes: bytes.span.bytes)
    }

    package func write(bytes: borrowing RawSpan) throws(OutputProblem) {
        try turn.withLock { _ throws(OutputProblem) in
            try bytes.withUnsafeBytes { buffer throws(OutputProblem) in try writeAll(buffer[...]) }
        }
    }

    private func writeAll(_ bytes: Slice<UnsafeRawBufferPointer>) throws(OutputProblem) {
        var rest = bytes
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest)
            let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else {
                try recover(from: errno)
            }
        }
    }

    /// Returns where writing again makes sense: after an interruption, and once a descriptor that
    /// somebody set to non-blocking takes more.
    private func recover(from problem: Int32) throws(OutputProblem) {
        switch problem {
        case EINTR: return
        case EAGAIN:
            var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            poll(&waiting, 1, -1)
        case EPIPE: throw .closed
        default: throw .failed(reason: SystemReason.text(problem))
        }
    }
}
