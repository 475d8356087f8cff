/// How a mirror signs metadata of its own.
package struct MirrorSigning: Sendable {
    /// The key that was asked for, which the mirror remembers.
    package let choice: SigningChoice
    /// Who signs with it.
    package let signer: any DocumentSigner

    /// A way to sign.
    package init(choice: SigningChoice, signer: any DocumentSigner) {
        self.choice = choice
        self.signer = signer
    }
}
