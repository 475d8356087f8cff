/// Sends one answer in the way it says.
struct StreamDelivery {
    /// What becomes of the connection.
    enum End: Sendable, Equatable {
        /// The next request is read.
        case next
        /// It is closed in order.
        case close
        /// It is reset.
        case reset
    }

    let reply: StreamReply
    /// Whether the body is only described, as for HEAD and 304.
    let omitsBody: Bool
    let socket: StreamSocket
    /// Told of bytes of the body before they are sent, and of a negative number for those of
    /// them that could not be.
    let count: (Int) -> Void

    private static let pieceSize = 64 * 1024
    private static let piecesPerSecond = 20

    /// Sends what is to be sent, and waits where there is something to wait for.
    func send() -> End {
        if !reply.isSilent {
            let head = Array(reply.head.utf8)
            guard socket.send(head) == head.count else { return .close }
        }
        guard !omitsBody || reply.isSilent else { return reply.closes ? .close : .next }
        guard sendBody() else { return .close }
        return carryOut(reply.ending)
    }

    private func carryOut(_ ending: StreamReply.Ending?) -> End {
        switch ending {
        case nil: return reply.closes ? .close : .next
        case .stall:
            _ = socket.isGone(within: -1)
            return .close
        case .reset:
            socket.drain()
            return .reset
        case .cut: return .close
        }
    }

    /// The body as far as the ending lets it go; false when the connection broke.
    private func sendBody() -> Bool {
        let limit = min(reply.body.count ?? .max, reply.ending?.bytes ?? .max)
        var offset = 0
        while offset < limit {
            let next = min(limit, offset + step)
            guard sendPiece(reply.body.piece(offset..<next)), pause(after: next - offset) else {
                return false
            }
            offset = next
        }
        guard isChunked, reply.ending == nil else { return true }
        return socket.send(Array("0\r\n\r\n".utf8)) == 5
    }

    private func sendPiece(_ piece: [UInt8]) -> Bool {
        let size = Array((String(piece.count, radix: 16) + "\r\n").utf8)
        let framed = isChunked ? size + piece + [13, 10] : piece
        count(piece.count)
        let sent = socket.send(framed)
        guard sent < framed.count else { return true }
        count(-min(piece.count, framed.count - sent))
        return false
    }

    private var isChunked: Bool { reply.contentLength == nil }

    /// Bytes between two pauses.
    private var step: Int {
        guard let rate = reply.bytesPerSecond else { return Self.pieceSize }
        return min(Self.pieceSize, max(1, rate / Self.piecesPerSecond))
    }

    /// The time that so many bytes take; false when the other side went away meanwhile.
    private func pause(after bytes: Int) -> Bool {
        guard let rate = reply.bytesPerSecond else { return true }
        return !socket.isGone(within: Int32(max(1, min(60_000, 1000 * bytes / rate))))
    }
}
