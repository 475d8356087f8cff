/// Why a mirror's metadata was not signed. Nothing was published.
package enum SigningError: Error, Hashable, Sendable {
    /// gpg could not be started; what the system said.
    case gpgUnavailable(String)
    /// gpg knows no key by this name.
    case unknownKey(String)
    /// It knows several; their fingerprints.
    case ambiguousKey(String, [Fingerprint])
    /// Only the public half of the key is there.
    case noSecretKey(String)
    /// The key has expired.
    case expiredKey(String)
    /// The key was revoked or disabled, or makes no signatures.
    case unusableKey(String)
    /// The key has a passphrase, and nobody is there to type it.
    case passphrase(String)
    /// The agent that keeps secret keys is in trouble; what gpg said.
    case agent(String)
    /// A file that is no secret key; what gpg said.
    case keyFile(String, said: String)
    /// The place of the key cannot be made or read.
    case place(String, said: String)
    /// Something else; what gpg said.
    case refused(String)
    /// gpgv would not believe what was signed.
    case unacceptable(VerificationError)
}

extension SigningError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .gpgUnavailable(let why): "nothing can be signed: gpg does not start (\(why))"
        case .unknownKey(let name): "gpg knows no key \(PrintableText.quote(name))"
        case .ambiguousKey(let name, let keys):
            "\(PrintableText.quote(name)) means several keys: "
                + keys.map(\.description).joined(separator: ", ")
        case .noSecretKey(let name):
            "the secret half of key \(PrintableText.quote(name)) is not here"
        case .expiredKey(let name): "key \(PrintableText.quote(name)) has expired"
        case .unusableKey(let name):
            "key \(PrintableText.quote(name)) makes no signatures: it was revoked or disabled, or is "
                + "not meant for them"
        case .passphrase(let name):
            "key \(PrintableText.quote(name)) asks for a passphrase, which nobody is there to type"
        case .agent(let said): "gpg's agent does not help: \(said)"
        case .keyFile(let path, let said):
            "\(PrintableText.quote(path)) holds no secret key to sign with: \(said)"
        case .place(let path, let said):
            "the signing key cannot be kept at \(PrintableText.quote(path)): \(said)"
        case .refused(let said): "gpg did not sign: \(said)"
        case .unacceptable(let error): "what was signed would not be believed: \(error)"
        }
    }

    /// What to do next.
    package var hint: String {
        switch self {
        case .gpgUnavailable: "install gpg: apt install gpg gpg-agent"
        case .unknownKey:
            "list your keys: gpg --list-secret-keys; or have one made: --sign auto"
        case .ambiguousKey(_, let keys):
            keys.first.map { "name it by its fingerprint: --sign \($0)" }
                ?? "name it by its fingerprint"
        case .noSecretKey: "import it here, or have a key made: --sign auto"
        case .expiredKey(let name):
            "let it live on: gpg --quick-set-expire \(name) 2y; or use another key"
        case .unusableKey: "use another key, or have one made: --sign auto"
        case .passphrase:
            "unlock it first (gpg-preset-passphrase), or use a key without one: --sign auto"
        case .agent: "end the agent, and the next run starts it anew: gpgconf --kill gpg-agent"
        case .keyFile:
            "export it: gpg --armor --export-secret-keys KEY > FILE, without a passphrase"
        case .place: "check the permissions of that directory, or name another key with --sign"
        case .refused: "try the key by hand: gpg --local-user KEY --clearsign FILE"
        case .unacceptable: "use a key of RSA, 3072 bits or more: --sign auto makes one"
        }
    }
}
