/// A MAAS API key: three parts joined by colons, of which the last is a secret.
///
/// The secret never shows in `description`, `debugDescription` or a mirror, so that a key can be
/// part of any value that gets logged.
package struct APIKey: Sendable, Equatable {
    package let consumerKey: String
    package let tokenKey: String
    package let tokenSecret: String

    package init(consumerKey: String, tokenKey: String, tokenSecret: String) {
        self.consumerKey = consumerKey
        self.tokenKey = tokenKey
        self.tokenSecret = tokenSecret
    }

    /// Reads `CONSUMER:TOKEN:SECRET`, ignoring white space at either end.
    ///
    /// The error says what is wrong with the key's shape without quoting any of it.
    package init(parsing text: String) throws(InvalidAPIKey) {
        let key = text.drop(while: \.isWhitespace)
            .reversed().drop(while: \.isWhitespace).reversed()
        guard !key.isEmpty else { throw InvalidAPIKey.nothing }
        let parts = String(key).split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw InvalidAPIKey.parts(parts.count) }
        for part in parts where part.isEmpty {
            throw InvalidAPIKey.emptyPart
        }
        for byte in key.flatMap(\.utf8) where byte <= 0x20 || byte >= 0x7f {
            throw InvalidAPIKey.characters
        }
        self.init(
            consumerKey: String(parts[0]), tokenKey: String(parts[1]),
            tokenSecret: String(parts[2]))
    }

    /// The key as MAAS writes it, secret included: for signing and for private files only.
    package var exposed: String { "\(consumerKey):\(tokenKey):\(tokenSecret)" }
}

/// What keeps a text from being an API key.
package enum InvalidAPIKey: Error, Equatable {
    /// There is nothing.
    case nothing
    /// There are this many parts between colons, not three.
    case parts(Int)
    /// A part is empty.
    case emptyPart
    /// A character is not printable ASCII.
    case characters
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "\(consumerKey):\(tokenKey):<secret>" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension InvalidAPIKey: CustomStringConvertible {
    package var description: String {
        switch self {
        case .nothing: "it is empty"
        case .parts(let count):
            "an API key has three parts with colons between them; this has \(count)"
        case .emptyPart: "a part of the API key is empty"
        case .characters: "the API key holds a character that no API key has"
        }
    }
}
