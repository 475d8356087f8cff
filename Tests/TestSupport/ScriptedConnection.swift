import Foundation
import Synchronization

/// One connection of a `ScriptedServer`, in the hands of its script.
package final class ScriptedConnection: Sendable {
    private let socket: Int32
    private let isOpen = Mutex(true)

    init(_ socket: Int32) {
        self.socket = socket
    }

    /// Sends text as it is. False when the client is gone.
    @discardableResult
    package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Sends bytes as they are. False when the client is gone.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Sends a complete answer with its length.
    package func answer(_ status: Int = 200, headers: [String] = [], body: String = "") {
        let lines = ["HTTP/1.1 \(status) X", "Content-Length: \(body.utf8.count)"] + headers
        send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// Ends the connection as a program that is done does (FIN).
    package func close() {
        guard
            isOpen.withLock({ open in
                defer { open = false }
                return open
            })
        else { return }
        Glibc.close(socket)
    }

    /// Breaks the connection off (RST).
    package func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
            socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        close()
    }

    /// Blocks until the client has ended the connection.
    package func waitForClient() {
        while read() != nil {}
    }

    func readRequest() -> ReceivedRequest? {
        ReceivedRequest.read(read)
    }

    private func read() -> [UInt8]? {
        guard isOpen.withLock({ $0 }) else { return nil }
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let count = recv(socket, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer[..<count]) : nil
    }
}
