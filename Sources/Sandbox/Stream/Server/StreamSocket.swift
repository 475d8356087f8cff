internal import Glibc
internal import Synchronization

/// A TCP socket on loopback, blocking, with what a misbehaving server needs beyond the usual: to
/// reset a connection, and to wait for the other side to go away.
///
/// Every pointer of the sample stream's server is in this file.
struct StreamSocket: Sendable, Hashable {
    private let descriptor: Int32

    /// Linux's POLLRDHUP, which Glibc's module leaves out.
    private static let peerClosed: Int16 = 0x2000

    /// A socket that listens on a free port of 127.0.0.1, and that port.
    static func listen() throws(StreamSocketFailure) -> (StreamSocket, port: Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw StreamSocketFailure("socket", errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, size) == 0
                    && Glibc.listen(descriptor, SOMAXCONN) == 0
                    && getsockname(descriptor, address, &size) == 0
            }
        }
        guard bound else {
            let code = errno
            Glibc.close(descriptor)
            throw StreamSocketFailure("bind to 127.0.0.1", code)
        }
        return (StreamSocket(descriptor: descriptor), Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Waits for a connection; nil when the socket was shut down.
    func accept() -> StreamSocket? {
        while true {
            let accepted = Glibc.accept(descriptor, nil, nil)
            if accepted >= 0 {
                _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
                var on: Int32 = 1
                setsockopt(
                    accepted, Int32(IPPROTO_TCP), TCP_NODELAY, &on,
                    socklen_t(MemoryLayout<Int32>.size))
                return StreamSocket(descriptor: accepted)
            }
            switch errno {
            case EINTR, ECONNABORTED: continue
            case EMFILE, ENFILE: _ = poll(nil, 0, 10)
            default: return nil
            }
        }
    }

    /// Waits for bytes; empty when the other side has closed, reset, or this one was shut down.
    func receive() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16 * 1024) { buffer, count in
            repeat {
                count = max(0, recv(descriptor, buffer.baseAddress, buffer.count, 0))
            } while count == 0 && errno == EINTR
        }
    }

    /// Sends the bytes and returns how many the kernel took: fewer when the connection broke.
    func send(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
                let count = Glibc.send(
                    descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { break }
                sent += count
            }
            return sent
        }
    }

    /// Waits so long (−1: for ever) and tells whether the other side went away, or this socket
    /// was shut down.
    func isGone(within milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: descriptor, events: Self.peerClosed, revents: 0)
        return poll(&entry, 1, milliseconds) > 0
    }

    /// Waits until the other side has acknowledged every byte, or is gone.
    func drain() {
        var waiting: Int32 = 0
        repeat {
            guard ioctl(descriptor, UInt(TIOCOUTQ), &waiting) == 0, waiting > 0 else { return }
        } while !isGone(within: 1)
    }

    /// Makes every wait on this socket end, from any thread. The socket stays to be closed.
    func shutDown() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Closes the connection in order.
    func close() {
        Glibc.close(descriptor)
    }

    /// Closes the connection with a reset: SO_LINGER of no seconds.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close()
    }
}

/// Why the server could not listen.
package struct StreamSocketFailure: Error, CustomStringConvertible {
    /// What was tried, and the system's text for why it failed.
    package let description: String

    fileprivate init(_ action: String, _ code: Int32) {
        description = "the sample stream cannot \(action): \(String(cString: strerror(code)))"
    }
}

/// A thread that runs one function and is gone after it.
enum StreamThread {
    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread; false when the system has none to give.
    static func start(_ run: @escaping @Sendable () -> Void) -> Bool {
        var thread = pthread_t()
        let body = Unmanaged.passRetained(Body(run))
        let failure = pthread_create(
            &thread, nil,
            { argument in
                if let argument {
                    Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
                }
                return nil
            }, body.toOpaque())
        guard failure == 0 else {
            body.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}
