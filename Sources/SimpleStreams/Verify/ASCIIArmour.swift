internal import FoundationEssentials

/// OpenPGP's ASCII armour of public keys (RFC 4880 §6): base64 between two lines, and a checksum.
enum ASCIIArmour {
    static let begin = "-----BEGIN PGP PUBLIC KEY BLOCK-----"
    static let end = "-----END PGP PUBLIC KEY BLOCK-----"

    /// Whether bytes are armour rather than packets: a packet begins with the highest bit set.
    static func isClaimed(by bytes: [UInt8]) -> Bool {
        bytes.first.map { $0 < 0x80 } == true
            && String(decoding: bytes, as: UTF8.self)
                .contains("-----BEGIN PGP")
    }

    /// The packets of all blocks. Text around the blocks is left out.
    static func decode(_ bytes: [UInt8]) throws(KeyringError.Reason) -> [UInt8] {
        var lines = FrameLines(bytes)
        var packets: [UInt8] = []
        while let line = lines.next() {
            let text = String(decoding: line.trimmed, as: UTF8.self)
            if text == begin {
                packets += try decodeBlock(&lines)
            } else if text.hasPrefix("-----BEGIN PGP PRIVATE") {
                throw .secretKey
            } else if text.hasPrefix("-----") {
                throw .armour("unexpected line \(PrintableText.quote(text))")
            }
        }
        return packets
    }

    private static func decodeBlock(
        _ lines: inout FrameLines
    ) throws(KeyringError.Reason) -> [UInt8] {
        var base64 = ""
        var checksum: String?
        var isInHeaders = true
        while let line = lines.next() {
            let text = String(decoding: line.trimmed, as: UTF8.self)
            if text == end { return try check(base64, checksum) }
            if isInHeaders, text.isEmpty || !text.contains(": ") { isInHeaders = false }
            if isInHeaders || text.isEmpty { continue }
            if text.hasPrefix("="), text.utf8.count == 5 {
                checksum = String(text.dropFirst())
            } else {
                base64 += text
            }
        }
        throw .armour("it does not end")
    }

    private static func check(
        _ base64: String, _ checksum: String?
    ) throws(KeyringError.Reason) -> [UInt8] {
        guard let data = Data(base64Encoded: base64) else { throw .armour("not base64") }
        let bytes = [UInt8](data)
        // RFC 9580 lets the checksum be absent; when it is there, it must be right.
        guard let checksum else { return bytes }
        let expected = Data(base64Encoded: checksum).map { [UInt8]($0) }
        let sum = CRC24.checksum(bytes)
        guard expected == [UInt8(sum >> 16), UInt8(sum >> 8 & 0xFF), UInt8(sum & 0xFF)] else {
            throw .armour("the checksum is wrong")
        }
        return bytes
    }
}

/// The checksum of ASCII armour (RFC 4880 §6.1).
enum CRC24 {
    static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var sum: UInt32 = 0xB704CE
        for byte in bytes {
            sum ^= UInt32(byte) << 16
            for _ in 0..<8 {
                sum <<= 1
                if sum & 0x100_0000 != 0 { sum ^= 0x186_4CFB }
            }
        }
        return sum & 0xFF_FFFF
    }
}
