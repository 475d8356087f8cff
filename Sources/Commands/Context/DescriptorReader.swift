internal import Dispatch
internal import Glibc

/// Reads bytes from a descriptor on a thread of its own, so that no task's thread waits for a
/// person to type, and gives up when the waiting task is cancelled.
struct DescriptorReader: ByteSource {
    private static let queue = DispatchQueue(
        label: "maas-boot.reading", attributes: .concurrent)

    private let descriptor: Int32
    private let most: Int

    /// Takes a descriptor that stays open while it is read, and how many bytes to read at most in
    /// one go.
    init(_ descriptor: Int32, most: Int = 1 << 16) {
        self.descriptor = descriptor
        self.most = most
    }

    /// Some bytes, or none at the end. Throws `CancellationError`, or a failure with the system's
    /// reason.
    func read() async throws -> [UInt8] {
        try Task.checkCancellation()
        let wake = SelfPipe()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                Self.queue.async {
                    continuation.resume(with: Result { try readNow(until: wake) })
                }
            }
        } onCancel: {
            wake.wake()
        }
    }

    private func readNow(until wake: SelfPipe) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: most)
        while true {
            var waiting = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wake.reading, events: Int16(POLLIN), revents: 0),
            ]
            if poll(&waiting, 2, -1) < 0 {
                guard errno == EINTR else { throw Self.problem(errno) }
                continue
            }
            if waiting[1].revents != 0 { throw CancellationError() }
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count >= 0 { return Array(bytes.prefix(count)) }
            if errno != EINTR, errno != EAGAIN { throw Self.problem(errno) }
        }
    }

    private static func problem(_ number: Int32) -> Failure {
        Failure(.failed, "the input could not be read", received: SystemReason.text(number))
    }
}
