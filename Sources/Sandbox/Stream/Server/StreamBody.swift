/// The bytes of an answer, made piece by piece when they are sent.
struct StreamBody: Sendable {
    /// How many there are; nil when there is no end.
    let count: Int?
    /// The bytes at these offsets, all below `count`.
    let piece: @Sendable (Range<Int>) -> [UInt8]

    static let empty = bytes([])

    static func bytes(_ bytes: [UInt8]) -> StreamBody {
        StreamBody(count: bytes.count) { Array(bytes[$0]) }
    }

    static func content(_ content: SampleContent) -> StreamBody {
        StreamBody(count: content.size) { content.bytes($0) }
    }

    static func repeated(_ byte: UInt8, count: Int?) -> StreamBody {
        StreamBody(count: count) { [UInt8](repeating: byte, count: $0.count) }
    }

    /// Only the bytes of `range`.
    func part(_ range: Range<Int>) -> StreamBody {
        StreamBody(count: range.count) { asked in
            piece(asked.lowerBound + range.lowerBound..<asked.upperBound + range.lowerBound)
        }
    }

    /// These bytes and then those of `other`.
    func followed(by other: StreamBody) -> StreamBody {
        guard let first = count else { return self }
        return StreamBody(count: other.count.map { first + $0 }) { asked in
            let own = asked.clamped(to: 0..<first)
            let rest = asked.clamped(to: first..<max(first, asked.upperBound))
            return (own.isEmpty ? [] : piece(own))
                + (rest.isEmpty
                    ? [] : other.piece(rest.lowerBound - first..<rest.upperBound - first))
        }
    }

    /// All bits of the byte at `position` turned over.
    func flipped(at position: Int) -> StreamBody {
        StreamBody(count: count) { asked in
            var bytes = piece(asked)
            if asked.contains(position) { bytes[position - asked.lowerBound] ^= 0xff }
            return bytes
        }
    }
}
