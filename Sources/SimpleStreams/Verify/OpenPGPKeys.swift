internal import Digests

/// Lists the keys of a keyring by reading just enough of OpenPGP's packets (RFC 9580 §4, §5.5).
///
/// Only gpgv is needed at run time, and it lists nothing; so this is done here. What is listed is
/// for showing: gpgv reads the keys itself.
enum OpenPGPKeys {
    static func read(_ bytes: [UInt8]) throws(KeyringError.Reason) -> [Keyring.Key] {
        if bytes.isEmpty { throw .empty }
        if bytes.count >= 12, bytes[8..<12].elementsEqual("KBXf".utf8) { throw .keybox }
        var packets = OpenPGPPackets(bytes)
        var found: [Found] = []
        while let packet = try packets.next() {
            switch packet.tag {
            case 5, 7: throw .secretKey
            case 6: found.append(try key(packet.body))
            case 13 where !found.isEmpty: found[found.count - 1].userIDs.append(packet.body)
            // Anything else before the first key is no keyring.
            case _ where found.isEmpty: throw .notOpenPGP
            default: break
            }
        }
        guard !found.isEmpty else { throw .empty }
        return found.map(\.key)
    }

    private struct Found {
        let fingerprint: Fingerprint
        let created: UpdatedTime
        var userIDs: [ArraySlice<UInt8>] = []

        var key: Keyring.Key {
            Keyring.Key(
                fingerprint: fingerprint, created: created,
                userIDs: userIDs.map { bytes in
                    let text = String(decoding: bytes, as: UTF8.self)
                    return String(PrintableText.quote(text).dropFirst().dropLast())
                })
        }
    }

    private static func key(_ body: ArraySlice<UInt8>) throws(KeyringError.Reason) -> Found {
        guard body.count > 6, let version = body.first else { throw .notOpenPGP }
        let count = UInt32(body.count)
        let long = [UInt8(count >> 24), UInt8(count >> 16 & 0xFF)]
        let short = [UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF)]
        let digest: [UInt8]
        switch version {
        case 4 where count <= 0xFFFF: digest = SHA1.hash([0x99] + short + body)
        case 5: digest = SHA256.hash([0x9A] + long + short + body)
        case 6: digest = SHA256.hash([0x9B] + long + short + body)
        default: throw .notOpenPGP
        }
        let time = body.dropFirst().prefix(4).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        guard let fingerprint = Fingerprint(Hexadecimal.encode(digest)) else {
            throw .notOpenPGP
        }
        return Found(fingerprint: fingerprint, created: UpdatedTime(seconds: time))
    }
}
