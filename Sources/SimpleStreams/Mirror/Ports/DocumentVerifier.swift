/// Checks the signatures of documents: the port through which the engine asks for it.
package protocol DocumentVerifier: Sendable {
    /// Whether documents must be signed, and how.
    var policy: SignaturePolicy { get }

    /// Checks one document.
    ///
    /// - Parameters:
    ///   - document: the bytes as they were fetched.
    ///   - name: its path, for messages.
    ///   - signature: the detached signature, where the policy asks for one.
    func verify(
        _ document: [UInt8], named name: String, signature: [UInt8]?
    ) async throws(VerificationError) -> VerifiedDocument
}

extension Verifier: DocumentVerifier {}
