import Foundation
import Glibc

/// One request to a server on this machine and its answer, on the calling thread: for looking at and
/// tampering with what a server of another process holds, which takes a millisecond.
enum LoopbackExchange {
    struct Failed: Error {
        let path: String
        let status: Int
    }

    /// Sends a request and reads the answer to the end of the connection.
    static func send(
        _ method: String, _ path: String, port: UInt16, body: [UInt8] = []
    ) throws -> (status: Int, body: [UInt8]) {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(number) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failed(path: path, status: 0) }
        let head = """
            \(method) \(path) HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Length: \(body.count)\r
            Connection: close\r
            \r

            """
        try write(Array(head.utf8) + body, to: number, path)
        let answer = read(number)
        guard let end = answer.firstRange(of: Array("\r\n\r\n".utf8)) else {
            throw Failed(path: path, status: 0)
        }
        let words = String(decoding: answer.prefix(64), as: UTF8.self).split(separator: " ")
        return (words.count > 1 ? Int(words[1]) ?? 0 : 0, Array(answer[end.upperBound...]))
    }

    private static func write(_ bytes: [UInt8], to number: Int32, _ path: String) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failed(path: path, status: 0) }
            rest = rest.dropFirst(count)
        }
    }

    private static func read(_ number: Int32) -> [UInt8] {
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(number, &buffer, buffer.count, 0)
            guard count > 0 else { return answer }
            answer += buffer[..<count]
        }
    }
}
