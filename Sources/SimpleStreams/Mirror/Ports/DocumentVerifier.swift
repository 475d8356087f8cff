/// Opens a signed document: the port through which the engine checks signatures.
package protocol DocumentVerifier: Sendable {
    /// Checks the document and returns what was signed.
    ///
    /// Only what the check itself put out may be returned as content, never a reading of the input.
    /// An implementation that does not check returns no signer; the engine then demands
    /// `MirrorOptions.allowsUnsigned`.
    func open(
        _ document: [UInt8], at path: RelativePath
    ) async throws(VerificationFailure) -> OpenedDocument
}

/// A document after its signature was dealt with.
package struct OpenedDocument: Sendable {
    /// What was signed: JSON.
    package let content: [UInt8]
    /// The fingerprint of the key that made the good signature; nil when none was checked.
    package let signer: String?
    /// What a person should know: a key close to its end, say.
    package let notes: [String]

    /// A document.
    package init(content: [UInt8], signer: String?, notes: [String] = []) {
        self.content = content
        self.signer = signer
        self.notes = notes
    }
}

/// A document whose signature is not accepted.
package struct VerificationFailure: Error, Hashable, CustomStringConvertible {
    /// What is wrong, for a person.
    package let detail: String
    /// What to do next, when that is known.
    package let hint: String?

    /// A failure.
    package init(_ detail: String, hint: String? = nil) {
        self.detail = detail
        self.hint = hint
    }

    package var description: String { detail }
}
