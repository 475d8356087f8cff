internal import Glibc

/// One connection: reads requests and answers them, one after the other, on a thread of its own.
struct Connection: Sendable {
    let socket: ServerSocket
    let board: ConnectionBoard
    let answering: Answering
    let limits: ServerLimits
    let log: @Sendable (ServedRequest) -> Void

    /// What came of the wait for a head.
    private enum Arrival {
        case head(RequestHead)
        case refused(status: Int)
        case ended
    }

    /// Serves until one of both sides wants to end.
    func serve() {
        let peer = socket.peer
        var rest: [UInt8] = []
        while true {
            switch nextHead(&rest) {
            case .ended: return
            case .refused(let status):
                _ = board.mark(socket, busy: true)
                send(.plain(status), to: nil, peer, keeps: false)
                return socket.finish()
            case .head(let head):
                let goesOn = board.mark(socket, busy: true)
                let keeps = goesOn && head.keepsConnection
                guard send(answering.answer(head), to: head, peer, keeps: keeps) else { return }
                guard board.mark(socket, busy: false), keeps else { return socket.finish() }
            }
        }
    }

    /// Reads up to the next head's empty line; what follows stays in `rest`.
    private func nextHead(_ rest: inout [UInt8]) -> Arrival {
        let deadline = Self.milliseconds + limits.idle
        var searched = 0
        while true {
            while searched == 0, let first = rest.first, first == 0x0d || first == 0x0a {
                rest.removeFirst()
            }
            if let (end, next) = Self.headEnd(rest, from: searched) {
                let head = RequestHead(rest[..<end])
                rest.removeFirst(next)
                return head.map(Arrival.head) ?? .refused(status: 400)
            }
            guard rest.count < RequestHead.limit else { return .refused(status: 431) }
            searched = max(0, rest.count - 3)
            let patience = deadline - Self.milliseconds
            let bytes = patience > 0 ? socket.receive(within: Int32(patience)) : []
            guard !bytes.isEmpty else {
                let isLate = !rest.isEmpty && Self.milliseconds >= deadline
                return isLate ? .refused(status: 408) : .ended
            }
            rest += bytes
        }
    }

    /// Where a head ends, and where what follows it begins: at the first empty line.
    private static func headEnd(_ bytes: [UInt8], from start: Int) -> (end: Int, next: Int)? {
        for index in bytes.indices.dropFirst(start) where bytes[index] == 0x0a {
            if index + 1 < bytes.count, bytes[index + 1] == 0x0a { return (index, index + 2) }
            if index + 2 < bytes.count, bytes[index + 1] == 0x0d, bytes[index + 2] == 0x0a {
                let hasReturn = index > 0 && bytes[index - 1] == 0x0d
                return (hasReturn ? index - 1 : index, index + 3)
            }
        }
        return nil
    }

    /// Sends an answer; false when not all of it went.
    @discardableResult
    private func send(
        _ answer: Answer, to head: RequestHead?, _ peer: String, keeps: Bool
    ) -> Bool {
        let status = answer.status
        let isBare = head?.method == "HEAD"
        let length = isBare ? 0 : answer.length ?? 0
        let isSent = socket.send(
            answer.head(keepsConnection: keeps, now: HTTPDate.now), more: length > 0)
        var sent: Int64 = 0
        if isSent, !isBare {
            switch answer.body {
            case .none: break
            case .bytes(let bytes): sent = socket.send(bytes, more: false) ? length : 0
            case .file(let file, let range): sent = socket.send(file, range)
            }
        }
        let isWhole = isSent && sent == length
        log(
            ServedRequest(
                peer: peer, request: head.map { "\($0.method) \($0.target)" } ?? "-",
                status: status, bytes: sent, isWhole: isWhole))
        return isWhole
    }

    private static var milliseconds: Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
