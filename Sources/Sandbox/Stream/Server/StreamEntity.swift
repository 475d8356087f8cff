/// A file as HTTP has it: its bytes and what tells one state of it from another.
struct StreamEntity: Sendable {
    var body: StreamBody
    /// A strong entity tag, quoted.
    let tag: String
    /// In seconds since 1970.
    let modified: Int64
    let type: String
    /// The value of `Content-Encoding`.
    var encoding: String?

    init(body: StreamBody, sha256: String, modified: Int64, type: String) {
        self.body = body
        self.tag = "\"\(sha256.prefix(32))\""
        self.modified = modified
        self.type = type
    }

    /// The file as a fault of content makes it. Tag and time stay as they were.
    func befallen(by fault: StreamFault) -> StreamEntity {
        var entity = self
        switch fault {
        case .longer(let count):
            entity.body = body.followed(by: .repeated(0, count: count))
        case .endless: entity.body = body.followed(by: .repeated(0, count: nil))
        case .flippedByte(let position): entity.body = body.flipped(at: position)
        case .otherContent:
            entity.body = .content(SampleContent(seed: 0, path: tag, size: body.count ?? 0))
        case .garbage: entity.body = .content(SampleContent(seed: 0, path: tag, size: 4096))
        case .enormous(let count): entity.body = .repeated(0x20, count: count)
        case .gzipBomb(let count):
            entity.body = StreamGzipBomb(atLeast: count).body
            entity.encoding = "gzip"
        default: break
        }
        return entity
    }

    /// Whether the condition for a range holds (RFC 9110 §13.1.5): the same strong tag, or the
    /// very same time.
    func satisfies(ifRange condition: String?) -> Bool {
        condition == nil || condition == tag || condition == StreamTime.http(modified)
    }

    /// Whether the client has this state already (RFC 9110 §13.1.2, §13.1.3). A time counts only
    /// when it is the very same.
    func isKnown(to request: StreamRequestHead) -> Bool {
        if let tags = request.headers["if-none-match"] {
            return tags == "*" || tags.contains(tag)
        }
        return request.headers["if-modified-since"] == StreamTime.http(modified)
    }
}
