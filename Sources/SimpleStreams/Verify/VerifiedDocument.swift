/// A document of a stream after its signature was looked at.
package struct VerifiedDocument: Sendable {
    /// The content: what gpgv wrote, never what it read.
    package let content: [UInt8]
    /// The signature; nil when verification was skipped.
    package let signature: Signature?

    /// Whether a good signature covers the content.
    package var isVerified: Bool { signature != nil }
}
