import Foundation

/// A client that sends bytes as they are. Its waits are on threads of their own.
final class RawClient: Sendable {
    private let socket: Int32

    init(port: UInt16) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        address.sin_port = port.bigEndian
        // A server that never answers fails the test instead of holding it.
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, length)
            }
        }
        guard status == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// The next bytes, exactly so many unless the connection ends before.
    func read(_ count: Int) async -> [UInt8] {
        let socket = socket
        return await onThread {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while bytes.count < count {
                let number = recv(socket, &buffer, min(buffer.count, count - bytes.count), 0)
                guard number > 0 else { break }
                bytes += buffer[..<number]
            }
            return bytes
        }
    }

    /// Everything up to the end of the connection, as text.
    func readAll() async -> String {
        String(decoding: await read(.max), as: UTF8.self)
    }

    /// Reads up to the end of a head, and not a byte more.
    func readHead() async -> String {
        let socket = socket
        return await onThread {
            var bytes: [UInt8] = []
            var byte: UInt8 = 0
            while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8), recv(socket, &byte, 1, 0) == 1 {
                bytes.append(byte)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work()) }
        }
    }

    /// Sends a request on a connection of its own and reads to the end.
    static func get(_ target: String, port: UInt16, _ fields: String = "") async throws -> String {
        let client = try RawClient(port: port)
        client.send("GET \(target) HTTP/1.1\r\nHost: m\r\n\(fields)Connection: close\r\n\r\n")
        return await client.readAll()
    }

    deinit {
        close(socket)
    }
}
