package import ArgumentParser
internal import FoundationEssentials
internal import SimpleStreams

/// The options that say whose signature is believed, and what age of metadata.
package struct MirrorTrustOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Check signatures with this keyring, binary or in ASCII armour (default: the one that the "
                + "mirror's last run was given, else Ubuntu's).", valueName: "file"),
        completion: .file())
    package var keyring: String?

    @Flag(
        name: [.customShort("U"), .long],
        help: "Do not check signatures. Recorded, and said aloud.")
    package var noVerify = false

    @Flag(help: "Accept metadata that is older than what was accepted before.")
    package var allowRollback = false

    @Option(
        help: ArgumentHelp(
            "Accept this key in place of the one that signed before.", valueName: "fingerprint"))
    package var confirmKey: String?

    @Option(
        help: ArgumentHelp(
            "Warn when upstream has not changed for so many days.", valueName: "days"))
    package var freezeDays = TrustPolicy.usualFreezeDays

    package init() {}

    package func validate() throws {
        if keyring?.isEmpty == true {
            throw ValidationError("--keyring takes a file, and the text given is empty.")
        }
        guard freezeDays >= 0 else {
            throw ValidationError("--freeze-days is not negative.")
        }
        if noVerify, keyring != nil {
            throw ValidationError(
                "--keyring would not be used with --no-verify; keep one of them.")
        }
        if let confirmKey, Fingerprint(confirmKey) == nil {
            throw ValidationError(
                "--confirm-key takes a whole fingerprint: 40 or 64 hexadecimal digits.")
        }
    }

    var policy: TrustPolicy {
        TrustPolicy(
            freezeDays: freezeDays, allowsRollback: allowRollback,
            confirmedKey: confirmKey.flatMap { Fingerprint($0) })
    }

    /// The verifier for what a mirror has published: with the site's own key, where it signs and no
    /// other keyring is named.
    func verifier(ofMirror state: MirrorState) throws -> Verifier {
        guard keyring == nil else { return try verifier(ofUpstream: state) }
        return try verifier(ofSynced: state)
    }

    /// The verifier for what a sync with these options has published: a keyring is upstream's there,
    /// and does not have the key by which the site signs.
    func verifier(ofSynced state: MirrorState) throws -> Verifier {
        guard !noVerify, let signing = state.signing else {
            return try verifier(ofUpstream: state)
        }
        return Verifier(
            policy: Self.policy(Self.index(of: state)), keyring: try signing.keyring())
    }

    private func verifier(ofUpstream state: MirrorState) throws -> Verifier {
        try verifier(indexPath: Self.index(of: state), recorded: state.keyring)
    }

    private static func index(of state: MirrorState) -> RelativePath {
        state.indexPath ?? MirrorOptions.defaultIndexPath
    }

    private static func policy(_ indexPath: RelativePath) -> SignaturePolicy {
        indexPath.text.hasSuffix(".json") ? .detached : .required
    }

    /// The verifier for a stream whose index is at this path: `.sjson` carries its signature, `.json`
    /// has it beside itself.
    ///
    /// - Parameter recorded: the keyring that the mirror's last run was given.
    func verifier(indexPath: RelativePath, recorded: String? = nil) throws -> Verifier {
        guard !noVerify else { return Verifier(policy: .skipped, keyring: nil) }
        return Verifier(
            policy: Self.policy(indexPath),
            keyring: try Keyring.locate(explicit: chosenKeyring(recorded: recorded)))
    }

    /// The keyring that is named, or the recorded one. A record from another machine may name a file
    /// that is not on this one; then the usual places are looked at.
    func chosenKeyring(recorded: String?) -> String? {
        keyring ?? recorded.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    }
}
