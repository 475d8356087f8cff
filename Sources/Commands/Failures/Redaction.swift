internal import Synchronization
package import Transport

/// The secrets of this run, and their removal from everything that gets written.
///
/// The last line of defence: no text should hold a secret when it gets here.
package final class Redaction: Sendable {
    /// What stands in a secret's place.
    package static let mark = "<secret>"

    /// Shorter texts are no secrets, and removing them would make other texts unreadable.
    private static let leastLength = SecretFinder.prefix

    private let secrets = Mutex(SecretFinder())

    package init() {}

    /// Removes this text from now on: as it is, percent-encoded once and twice (as a PLAINTEXT
    /// OAuth signature holds it), and as a JSON string holds it.
    package func register(_ secret: String) {
        guard secret.utf8.count >= Self.leastLength else { return }
        let once = Self.percentEncoded(secret)
        let forms = [
            secret, once, once.lowercased(), Self.percentEncoded(once),
            String(JSONWriter.quoted(secret).dropFirst().dropLast()),
        ]
        secrets.withLock { secrets in
            for form in forms { secrets.add(form) }
        }
    }

    /// Removes the secret part of an API key from now on.
    package func register(_ key: APIKey) {
        register(key.tokenSecret)
    }

    /// The text without the secrets that are known so far.
    package func applied(to text: String) -> String {
        secrets.withLock { $0 }.replacing(in: text, with: Self.mark)
    }

    /// RFC 3986 percent-encoding of all but the unreserved characters.
    private static func percentEncoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            let scalar = Unicode.Scalar(byte)
            let isUnreserved =
                ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
                || ("0"..."9").contains(scalar) || ["-", ".", "_", "~"].contains(scalar)
            if isUnreserved {
                encoded.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
    }
}
