internal import Synchronization

/// Turns away connections that a server has no room for: with an answer, and a moment in which what
/// the client has sent is taken in, for a close before that would reset the connection and cost it
/// the answer.
final class Farewell: Sendable {
    /// Connections that are waited for at once; more are closed as soon as they have their answer.
    private static let most = 32

    private let waiting = Atomic(0)

    func turnAway(_ socket: ServerSocket) {
        let count = waiting.wrappingAdd(1, ordering: .relaxed).oldValue
        let isWaitedFor =
            socket.send(Self.answer, more: false) && count < Self.most
            && ServerThread.start { [self] in
                socket.finish()
                end(socket)
            }
        if !isWaitedFor { end(socket) }
    }

    private func end(_ socket: ServerSocket) {
        waiting.wrappingSubtract(1, ordering: .relaxed)
        socket.close()
    }

    private static var answer: [UInt8] {
        let answer = Answer.plain(503, [("Retry-After", "5")])
        let head = answer.head(keepsConnection: false, now: HTTPDate.now)
        guard case .bytes(let body) = answer.body else { return head }
        return head + body
    }
}
