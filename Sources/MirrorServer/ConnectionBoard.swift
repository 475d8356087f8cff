internal import Synchronization

/// The connections there are, so that they can be counted and ended.
final class ConnectionBoard: Sendable {
    private struct State {
        var busy: [ServerSocket: Bool] = [:]
        var isStopping = false
    }

    private let state = Mutex(State())

    /// Takes a connection in; false when there are so many already, or the server stops.
    func enter(_ socket: ServerSocket, limit: Int) -> Bool {
        state.withLock { state in
            guard !state.isStopping, state.busy.count < limit else { return false }
            state.busy[socket] = false
            return true
        }
    }

    /// Notes that a request is being answered, or was; false when the connection is to end.
    func mark(_ socket: ServerSocket, busy: Bool) -> Bool {
        state.withLock { state in
            state.busy[socket] = busy
            return !state.isStopping
        }
    }

    /// Forgets a connection and closes it.
    func leave(_ socket: ServerSocket) {
        state.withLock { state in
            state.busy[socket] = nil
            // Within the lock: afterwards the number may stand for another connection.
            socket.close()
        }
    }

    /// Ends the connections that wait for a request. What is being answered goes on.
    func stop() {
        state.withLock { state in
            state.isStopping = true
            for (socket, isBusy) in state.busy where !isBusy { socket.shutDown() }
        }
    }

    /// Ends all connections.
    func breakOff() {
        state.withLock { state in state.busy.keys.forEach { $0.shutDown() } }
    }

    var isEmpty: Bool { state.withLock { $0.busy.isEmpty } }
}
