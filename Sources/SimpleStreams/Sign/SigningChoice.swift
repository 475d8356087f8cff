/// Which key a site signs its mirror with: what was asked for, as a mirror remembers it.
package enum SigningChoice: Hashable, Sendable {
    /// The key that this program made for itself, and makes at its first use.
    case automatic
    /// A key of the user's gpg, as gpg takes its name: a fingerprint, or part of a user id.
    case key(String)
    /// A file with a secret key; an absolute path.
    case file(String)

    /// The choice as a word: `auto`, a path that begins with `/`, or a key's name.
    package init(_ word: String) {
        switch word {
        case "auto": self = .automatic
        case _ where word.hasPrefix("/"): self = .file(word)
        default: self = .key(word)
        }
    }

    /// The word that says it.
    package var word: String {
        switch self {
        case .automatic: "auto"
        case .key(let name): name
        case .file(let path): path
        }
    }
}

extension SigningChoice: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(word)
    }
}
