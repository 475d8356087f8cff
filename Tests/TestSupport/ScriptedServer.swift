import Foundation
import Synchronization

/// A server on loopback that does exactly what its script says, down to the way a connection ends.
///
/// Each connection has a thread of its own, so a script may block. Every request read is handed to
/// the script; afterwards the connection stays open for the next one unless the script ended it.
package final class ScriptedServer: Sendable {
    package typealias Script = @Sendable (ScriptedConnection, ReceivedRequest) -> Void

    private struct Record {
        var requests: [ReceivedRequest] = []
        var connections = 0
        var open = 0
        var mostOpen = 0
    }

    /// The port it listens on, chosen by the system.
    package let port: Int
    private let listener: Int32
    private let record = Mutex(Record())

    /// - Parameters:
    ///   - greeting: sent as soon as somebody is connected, before anything is read.
    ///   - script: called on a thread of the connection for each request.
    package init(greeting: String = "", _ script: @escaping Script) throws {
        listener = try LoopbackSocket.listen()
        port = LoopbackSocket.port(of: listener)
        Thread.detachNewThread { [listener, self] in
            while case let socket = accept(listener, nil, nil), socket >= 0 {
                Thread.detachNewThread {
                    let connection = ScriptedConnection(socket)
                    connection.send(greeting)
                    self.serve(connection, script)
                }
            }
        }
    }

    /// A server that answers its n-th request with the n-th script, and any further ones with the
    /// last.
    package convenience init(inOrder scripts: [Script]) throws {
        let count = Mutex(0)
        try self.init { connection, request in
            let number = count.withLock { count in
                defer { count += 1 }
                return count
            }
            scripts[min(number, scripts.count - 1)](connection, request)
        }
    }

    /// `http://127.0.0.1:PORT` and the path given.
    package func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// Every request read so far.
    package var requests: [ReceivedRequest] { record.withLock { $0.requests } }

    /// How many connections were accepted.
    package var connectionCount: Int { record.withLock { $0.connections } }

    /// The most connections that were open at a time.
    package var mostOpenConnections: Int { record.withLock { $0.mostOpen } }

    /// Stops listening; connections that are open stay open.
    package func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve(_ connection: ScriptedConnection, _ script: Script) {
        record.withLock {
            $0.connections += 1
            $0.open += 1
            $0.mostOpen = max($0.mostOpen, $0.open)
        }
        while let request = connection.readRequest() {
            record.withLock { $0.requests.append(request) }
            script(connection, request)
        }
        record.withLock { $0.open -= 1 }
        connection.close()
    }
}
