extension StreamReply {
    /// The answer to a GET or HEAD of a file, as the faults leave it.
    static func make(
        _ entity: StreamEntity, to request: StreamRequestHead, faults: [StreamFault]
    ) -> StreamReply {
        let entity = faults.reduce(entity) { $0.befallen(by: $1) }
        let reply = honest(entity, to: request, ranges: !faults.contains(.ignoresRange))
        return faults.reduce(reply) { $0.framed(with: $1) }
    }

    /// The answer as a fault of delivery makes it.
    func delivered(with fault: StreamFault) -> StreamReply {
        var reply = self
        switch fault {
        case .silent:
            reply.isSilent = true
            reply.ending = .stall(0)
        case .dropped:
            reply.isSilent = true
            reply.ending = .cut(0)
        case .stall(let count): reply.ending = .stall(count)
        case .reset(let count): reply.ending = .reset(count)
        case .cut(let count): reply.ending = .cut(count)
        case .slow(let rate): reply.bytesPerSecond = rate
        default: break
        }
        return reply
    }

    /// The answer as a fault of framing makes it.
    private func framed(with fault: StreamFault) -> StreamReply {
        var reply = self
        switch fault {
        case .chunked: reply.contentLength = nil
        case .contentLengthTooShort(let count):
            reply.contentLength = contentLength.map { max(0, $0 - count) }
            reply.closes = true
        case .contentLengthTooLong(let count):
            reply.contentLength = contentLength.map { $0 + count }
            reply.ending = .cut(body.count ?? 0)
        case .wrongContentRange:
            reply.headers = headers.map { $0.name == "Content-Range" ? Self.shifted($0) : $0 }
        default: break
        }
        return reply
    }

    private static func honest(
        _ entity: StreamEntity, to request: StreamRequestHead, ranges: Bool
    ) -> StreamReply {
        let identity = [
            ("ETag", entity.tag), ("Last-Modified", StreamTime.http(entity.modified)),
            ("Accept-Ranges", "bytes"),
        ]
        if entity.isKnown(to: request) { return StreamReply(304, headers: identity) }
        var headers = identity + [("Content-Type", entity.type)]
        if let encoding = entity.encoding { headers.append(("Content-Encoding", encoding)) }
        let asked = entity.satisfies(ifRange: request.headers["if-range"])
        guard ranges, asked, let size = entity.body.count else {
            return StreamReply(200, headers: headers, body: entity.body)
        }
        switch StreamByteRange(request.headers["range"], size: size) {
        case .whole:
            return StreamReply(200, headers: headers, body: entity.body)
        case .unsatisfiable:
            return StreamReply(416, headers: identity + [("Content-Range", "bytes */\(size)")])
        case .part(let range):
            let field = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
            return StreamReply(
                206, headers: headers + [("Content-Range", field)], body: entity.body.part(range))
        }
    }

    /// A `Content-Range` that starts one byte further on.
    private static func shifted(
        _ field: (name: String, value: String)
    ) -> (name: String, value: String) {
        let parts = field.value.dropFirst("bytes ".count)
            .split(separator: "-", maxSplits: 1).map(String.init)
        guard parts.count == 2, let first = Int(parts[0]) else { return field }
        return (field.name, "bytes \(first + 1)-\(parts[1])")
    }
}
