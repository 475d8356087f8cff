internal import Glibc

/// A TCP socket, blocking. Every wait on it has an end: a time limit, or `shutDown` from another
/// thread.
struct ServerSocket: Hashable, Sendable {
    private let descriptor: Int32

    /// A socket that listens at an address, and the address with the port it got.
    static func listen(
        at address: ListenAddress
    ) throws(ServerError) -> (socket: ServerSocket, address: ListenAddress) {
        let action = "listen at \(address)"
        var hints = unsafe addrinfo()
        unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let code = unsafe getaddrinfo(address.host, String(address.port), &hints, &found)
        guard code == 0, let first = unsafe found else {
            throw ServerError(.address, action, unsafe String(cString: gai_strerror(code)))
        }
        defer { unsafe freeaddrinfo(first) }
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = unsafe socket(first.pointee.ai_family, type, 0)
        guard descriptor >= 0 else { throw ServerError(.address, action, code: errno) }
        let listening = ServerSocket(descriptor: descriptor)
        listening.set(SOL_SOCKET, SO_REUSEADDR, 1 as Int32)
        guard unsafe bind(descriptor, first.pointee.ai_addr, first.pointee.ai_addrlen) == 0,
            Glibc.listen(descriptor, SOMAXCONN) == 0, let port = listening.port
        else {
            let code = errno
            listening.close()
            throw ServerError(.address, action, code: code)
        }
        return (listening, ListenAddress(host: address.host, port: port))
    }

    private func set<Value: BitwiseCopyable>(_ level: Int32, _ name: Int32, _ value: Value) {
        var value = value
        unsafe setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Value>.size))
    }

    private var port: UInt16? {
        unsafe Self.text(wantsPort: true) { unsafe getsockname(descriptor, $0, $1) }
            .flatMap { UInt16($0) }
    }

    /// The other side's address.
    var peer: String {
        unsafe Self.text(wantsPort: false) { unsafe getpeername(descriptor, $0, $1) }
            ?? "?"
    }

    private static func text(
        wantsPort: Bool,
        _ read: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> String? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        var port = [CChar](repeating: 0, count: Int(NI_MAXSERV))
        let status = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard unsafe read(address, &length) == 0 else { return Int32(-1) }
                return unsafe getnameinfo(
                    address, length, &host, socklen_t(host.count), &port, socklen_t(port.count),
                    NI_NUMERICHOST | NI_NUMERICSERV)
            }
        }
        guard status == 0 else { return nil }
        let bytes = (wantsPort ? port : host).prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Waits for a connection; nil when the socket was shut down.
    ///
    /// - Parameter limit: seconds that an answer may stand still before its connection is given up.
    func accept(standstill limit: Int) -> ServerSocket? {
        while true {
            let accepted = Glibc.accept(descriptor, nil, nil)
            if accepted >= 0 {
                _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
                let socket = ServerSocket(descriptor: accepted)
                socket.set(Int32(IPPROTO_TCP), TCP_NODELAY, 1 as Int32)
                socket.set(SOL_SOCKET, SO_SNDTIMEO, timeval(tv_sec: limit, tv_usec: 0))
                return socket
            }
            switch errno {
            case EINTR, ECONNABORTED: continue
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: _ = poll(nil, 0, 50)
            default: return nil
            }
        }
    }

    /// Waits so many milliseconds for bytes; empty when none came or the connection is at its end.
    func receive(within milliseconds: Int32) -> [UInt8] {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&entry, 1, milliseconds) > 0 else { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            count = unsafe max(0, recv(descriptor, buffer.baseAddress, buffer.count, 0))
        }
    }

    /// Sends the bytes; false when the connection broke or stood still for too long.
    ///
    /// - Parameter more: whether what follows should share a packet with the end of this.
    func send(_ bytes: [UInt8], more: Bool) -> Bool {
        var sent = 0
        let flags = Int32(MSG_NOSIGNAL) | (more ? Int32(MSG_MORE) : 0)
        while sent < bytes.count {
            let count = unsafe bytes[sent...].withUnsafeBytes {
                unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, flags)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Sends a part of a file without reading it into the process; the bytes the kernel took, fewer
    /// when the connection broke, stood still for too long, or the file became shorter.
    func send(_ file: OpenFile, _ range: Range<Int64>) -> Int64 {
        var offset = off_t(range.lowerBound)
        while offset < range.upperBound {
            // Small enough that a slow client makes progress within the time limit.
            let piece = min(Int(range.upperBound - Int64(offset)), 1 << 20)
            let count = unsafe sendfile(descriptor, file.descriptor, &offset, piece)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
        }
        return Int64(offset) - range.lowerBound
    }

    /// Makes every wait on this socket end, from any thread. The socket stays to be closed.
    func shutDown() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Says that nothing more will be sent, and takes in for a moment what still comes: a close with
    /// bytes unread would reset the connection and could cost the client the answer.
    func finish() {
        shutdown(descriptor, Int32(SHUT_WR))
        for _ in 0..<16 where receive(within: 200).isEmpty { return }
    }

    func close() {
        Glibc.close(descriptor)
    }
}
