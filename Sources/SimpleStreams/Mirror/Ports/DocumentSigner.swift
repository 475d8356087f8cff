/// Signs a mirror's own metadata: the port through which the engine asks for it.
package protocol DocumentSigner: Sendable {
    /// The key it signs with.
    ///
    /// - Parameter making: whether a key that is to be made at its first use may be made now.
    /// - Returns: nil when the key is still to be made and `making` is false.
    func key(making: Bool) async throws(SigningError) -> SiteKey?

    /// Signs documents with the key, in their order. What it started is ended when it returns.
    func sign(
        _ documents: [[UInt8]], by key: SiteKey, as form: SignatureForm
    ) async throws(SigningError) -> [[UInt8]]
}

/// How a document carries its signature.
package enum SignatureForm: Hashable, Sendable {
    /// Within itself (`.sjson`): what is signed is wrapped.
    case clearsigned
    /// In a file beside it (`.json.gpg`): only the signature is made.
    case detached

    /// The form of a stream whose index is at a path, and the policy by which it is checked.
    init(indexPath: RelativePath) {
        self = indexPath.text.hasSuffix(".json") ? .detached : .clearsigned
    }

    var policy: SignaturePolicy { self == .clearsigned ? .required : .detached }
}

/// The public half of the key that a site signs its mirror with.
package struct SiteKey: Hashable, Sendable {
    /// The primary key.
    package let fingerprint: Fingerprint
    /// The key as gpgv and MAAS want it: binary, nothing else in it.
    package let keyring: [UInt8]
    /// The same in ASCII armour.
    package let armoured: [UInt8]

    /// A key.
    package init(fingerprint: Fingerprint, keyring: [UInt8], armoured: [UInt8]) {
        self.fingerprint = fingerprint
        self.keyring = keyring
        self.armoured = armoured
    }
}
