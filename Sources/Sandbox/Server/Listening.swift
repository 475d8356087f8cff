internal import FlyingFox
internal import FlyingSocks
internal import Glibc

/// Why a region cannot listen.
package struct ListenFailure: Error, CustomStringConvertible {
    /// The port on 127.0.0.1 that was wanted.
    package let port: UInt16
    /// The system's error number.
    package let number: Int32

    package var description: String {
        switch number {
        case EADDRINUSE: "port \(port) is in use; give another, or 0 for any"
        case EACCES: "port \(port) is for root; give one from 1024 on, or 0 for any"
        default: "cannot listen on port \(port): " + String(cString: strerror(number))
        }
    }
}

/// The beginning of a server's work.
enum Listening {
    /// Starts a server and returns once it listens, with its port and its work. A loaded machine
    /// takes its time over that; a server that cannot listen says so at once.
    static func begin(
        _ server: HTTPServer, port: UInt16
    ) async throws -> (port: UInt16, work: Task<Void, any Error>) {
        let waiting = Task { try await server.waitUntilListening(timeout: 60) }
        let work = Task {
            do {
                try await server.run()
            } catch {
                waiting.cancel()
                throw error
            }
        }
        do {
            try await waiting.value
            guard case .ip4(_, let port)? = await server.listeningAddress else {
                throw SocketError.unsupportedAddress
            }
            return (port, work)
        } catch {
            work.cancel()
            guard case .failure(let cause) = await work.result,
                case SocketError.failed(_, let number, _) = cause
            else { throw error }
            throw ListenFailure(port: port, number: number)
        }
    }
}
