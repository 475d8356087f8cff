/// A keyring that cannot be used.
package struct KeyringError: Error, Hashable, CustomStringConvertible {
    /// What is wrong.
    package enum Reason: Error, Hashable, Sendable {
        /// None of the usual files is there.
        case notFound
        /// The file cannot be read.
        case unreadable
        /// More bytes than any keyring has.
        case tooLarge
        /// ASCII armour that is damaged; how.
        case armour(String)
        /// Not a sequence of OpenPGP packets.
        case notOpenPGP
        /// GnuPG's own store of keys, which is no keyring for others.
        case keybox
        /// A secret key: it does not belong into a keyring.
        case secretKey
        /// No key at all.
        case empty
    }

    /// Where the keyring came from; for `notFound`, where it was looked for.
    package let origin: String
    /// What is wrong.
    package let reason: Reason

    package var description: String {
        let name = PrintableText.quote(origin)
        return switch reason {
        case .notFound: "no keyring found (looked for \(origin))"
        case .unreadable: "the keyring \(name) cannot be read"
        case .tooLarge: "the keyring \(name) is larger than \(Keyring.maximumBytes) bytes"
        case .armour(let fault): "the keyring \(name) is damaged: \(fault)"
        case .notOpenPGP: "\(name) is not an OpenPGP keyring"
        case .keybox: "\(name) is GnuPG's own key store, not a keyring"
        case .secretKey: "\(name) holds a secret key"
        case .empty: "the keyring \(name) has no key"
        }
    }

    /// What to do next.
    package var hint: String {
        switch reason {
        case .notFound:
            "install it: apt install ubuntu-cloudimage-keyring, or give a file with --keyring"
        case .unreadable: "check the path and its permissions"
        case .keybox, .secretKey: "export the public key: gpg --export KEY > FILE"
        case .tooLarge, .armour, .notOpenPGP, .empty:
            "get the file again, or export it: gpg --export KEY > FILE"
        }
    }
}
