/// Why a document of a stream is not believed.
package struct VerificationError: Error, Hashable, CustomStringConvertible {
    /// What is wrong.
    package enum Reason: Hashable, Sendable {
        /// No signature where one must be.
        case unsigned
        /// Not one clearsigned message and nothing else.
        case framing(ClearsignedFrame.Fault)
        /// More bytes than any such document has.
        case tooLarge(limit: Int)
        /// The content is not what was signed.
        case badSignature
        /// Signed by a key that the keyring does not have; its id.
        case unknownKey(String)
        /// The signature could not be checked.
        case uncheckable
        /// The signature has an end, and it has passed.
        case expiredSignature
        /// The key has an end, and it has passed.
        case expiredKey(String)
        /// The key has been revoked by its owner.
        case revokedKey(String)
        /// Hashed with an algorithm for which collisions are made.
        case weakDigest(String)
        /// Other than exactly one signature.
        case signatureCount(Int)
        /// A signature that is not one over a document.
        case signatureClass(String)
        /// gpgv answered nothing that can be used.
        case noVerdict
        /// No keyring to check with.
        case noKeyring
        /// gpgv could not be started; what the system said.
        case gpgvUnavailable(String)
        /// A temporary file could not be written or read; what the system said.
        case temporaryFiles(String)
    }

    /// The document's path or URL.
    package let document: String
    /// What is wrong.
    package let reason: Reason
    /// What gpgv said, in short; empty when it was not asked.
    package let gpgvMessage: String

    /// An error about a document.
    package init(document: String, reason: Reason, gpgvMessage: String = "") {
        self.document = document
        self.reason = reason
        self.gpgvMessage = gpgvMessage
    }

    package var description: String {
        let said = gpgvMessage.isEmpty ? "" : "; gpgv says: \(gpgvMessage)"
        return "\(PrintableText.quote(document)) \(reason.text)\(said)"
    }
}
