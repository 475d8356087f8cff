/// The packets of an OpenPGP file, one after the other (RFC 9580 §4.2).
struct OpenPGPPackets {
    struct Packet {
        /// What kind it is: 6 for a public key, 13 for a user id.
        let tag: UInt8
        let body: ArraySlice<UInt8>
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    /// The next packet; nil after the last. Partial lengths are not for keys, and refused.
    mutating func next() throws(KeyringError.Reason) -> Packet? {
        guard let header = rest.popFirst() else { return nil }
        guard header & 0x80 != 0 else { throw .notOpenPGP }
        let isNew = header & 0x40 != 0
        let length = isNew ? try newLength() : try oldLength(header & 3)
        guard length <= rest.count else { throw .notOpenPGP }
        let body = rest.prefix(length)
        rest = rest.dropFirst(length)
        return Packet(tag: isNew ? header & 0x3F : header >> 2 & 0x0F, body: body)
    }

    private mutating func newLength() throws(KeyringError.Reason) -> Int {
        switch try number(bytes: 1) {
        case let length where length < 192: return length
        case let first where first < 224: return (first - 192) << 8 + (try number(bytes: 1)) + 192
        case 255: return try number(bytes: 4)
        default: throw .notOpenPGP
        }
    }

    private mutating func oldLength(_ kind: UInt8) throws(KeyringError.Reason) -> Int {
        guard kind < 3 else { throw .notOpenPGP }
        return try number(bytes: 1 << Int(kind))
    }

    private mutating func number(bytes count: Int) throws(KeyringError.Reason) -> Int {
        guard rest.count >= count else { throw .notOpenPGP }
        let value = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(count)
        return value
    }
}
