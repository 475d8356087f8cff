internal import Glibc
internal import Synchronization

/// Writes text to an open file descriptor, unbuffered: each text is one write where the system
/// allows it.
package final class DescriptorSink: TextSink {
    private let descriptor: Int32
    private let turn = Mutex(())

    /// Takes a descriptor that stays open as long as the sink; the sink never closes it.
    package init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    package func write(_ text: String) throws(OutputProblem) {
        let bytes = Array(text.utf8)
        try turn.withLock { _ throws(OutputProblem) in try writeAll(bytes[...]) }
    }

    private func writeAll(_ bytes: ArraySlice<UInt8>) throws(OutputProblem) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
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
