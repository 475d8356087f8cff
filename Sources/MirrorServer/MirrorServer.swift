internal import Synchronization

/// Serves a directory over HTTP/1.1: GET and HEAD, ranges, conditions, directory pages. Nothing
/// outside the directory, no names that start with a dot, no links.
///
/// Starts when it is made and stops with `run`'s task, or with `stop`.
package final class MirrorServer: Sendable {
    /// Where it listens, with the port it got.
    package let address: ListenAddress

    private let listener: ServerSocket
    private let board = ConnectionBoard()
    private let ending = Ending()

    /// Opens the directory, listens, and serves from then on.
    ///
    /// - Parameters:
    ///   - base: where the directory is in the server's paths: `/a/b`, or empty.
    ///   - log: called for each answered request, on the thread that answered it.
    package init(
        directory: String, at address: ListenAddress, base: String = "",
        limits: ServerLimits = ServerLimits(), log: @escaping @Sendable (ServedRequest) -> Void
    ) throws(ServerError) {
        let answering = Answering(try ServedTree(directory), base: base)
        let (listener, bound) = try ServerSocket.listen(at: address)
        self.listener = listener
        self.address = bound
        let (board, ending) = (board, ending)
        let accepting = ServerThread.start {
            Self.accept(listener, board, answering, limits, log)
            Self.drain(board, limits)
            listener.close()
            ending.reach()
        }
        guard accepting else {
            listener.close()
            throw ServerError(.address, "serve \(directory)", "there is no thread to be had")
        }
    }

    /// Waits until the server has stopped; a cancelled task stops it.
    package func run() async {
        await withTaskCancellationHandler {
            await ending.wait()
        } onCancel: {
            stop()
        }
    }

    /// Takes no more requests, lets answers that have begun go on for the grace time, and ends.
    package func stop() {
        guard ending.begin() else { return }
        listener.shutDown()
        board.stop()
    }

    private static func accept(
        _ listener: ServerSocket, _ board: ConnectionBoard, _ answering: Answering,
        _ limits: ServerLimits, _ log: @escaping @Sendable (ServedRequest) -> Void
    ) {
        let farewell = Farewell()
        while let socket = listener.accept(standstill: limits.standstill) {
            guard board.enter(socket, limit: limits.connections) else {
                farewell.turnAway(socket)
                continue
            }
            let connection = Connection(
                socket: socket, board: board, answering: answering, limits: limits, log: log)
            let isServed = ServerThread.start {
                connection.serve()
                board.leave(socket)
            }
            if !isServed { board.leave(socket) }
        }
    }

    private static func drain(_ board: ConnectionBoard, _ limits: ServerLimits) {
        board.stop()
        for _ in 0..<max(1, limits.grace / 10) where !board.isEmpty {
            ServerThread.pause(milliseconds: 10)
        }
        board.breakOff()
        while !board.isEmpty { ServerThread.pause(milliseconds: 5) }
    }
}

/// The end of a server, which one task waits for.
private final class Ending: Sendable {
    private struct State {
        var hasBegun = false
        var isReached = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// True the first time, and while the end was not reached.
    func begin() -> Bool {
        state.withLock { state in
            defer { state.hasBegun = true }
            return !state.hasBegun && !state.isReached
        }
    }

    func reach() {
        let waiters = state.withLock { state in
            state.isReached = true
            defer { state.waiters = [] }
            return state.waiters
        }
        waiters.forEach { $0.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isReached = state.withLock { state in
                if !state.isReached { state.waiters.append(continuation) }
                return state.isReached
            }
            if isReached { continuation.resume() }
        }
    }
}
