/// One connection: reads requests and sends answers until one side has had enough.
struct StreamConnection {
    let number: Int
    let socket: StreamSocket
    let responder: StreamResponder
    let log: StreamRequestLog

    private static let headLimit = 64 * 1024

    /// Serves the connection to its end, which it leaves to the caller to carry out.
    func serve() -> StreamDelivery.End {
        var received: [UInt8] = []
        while let text = head(&received) {
            guard let request = StreamRequestHead(text) else {
                let reply = StreamReply.text(400, "this is not an HTTP/1 request\n")
                _ = socket.send(
                    Array(reply.head.utf8) + reply.body.piece(0..<(reply.body.count ?? 0)))
                return .close
            }
            let end = answer(request)
            guard end == .next else { return end }
        }
        return .close
    }

    private func answer(_ request: StreamRequestHead) -> StreamDelivery.End {
        let entry = log.add(
            StreamRequest(
                connection: number, method: request.method, path: request.path,
                range: request.headers["range"], headers: request.headers, status: 0, bytes: 0))
        var reply = responder.reply(to: request)
        reply.closes = reply.closes || !request.keepsAlive
        let delivery = StreamDelivery(
            reply: reply, omitsBody: request.method == "HEAD" || reply.status == 304,
            socket: socket
        ) { count in
            log.change(entry) { $0.bytes += count }
        }
        let status = reply.isSilent ? 0 : reply.status
        log.change(entry) { $0.status = status }
        return delivery.send()
    }

    /// The next request's lines without the empty one; what came behind it stays in `received`.
    private func head(_ received: inout [UInt8]) -> String? {
        while true {
            if let end = received.firstRange(of: Array("\r\n\r\n".utf8)) {
                let text = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                received.removeSubrange(..<end.upperBound)
                return text
            }
            let more = received.count < Self.headLimit ? socket.receive() : []
            guard !more.isEmpty else { return nil }
            received += more
        }
    }
}
