package import ArgumentParser
internal import SimpleStreams
internal import Workflows

/// The option that says which key of a mirror's own is trusted.
package struct TrustOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take the keyring that a mirror carries because it signs its metadata itself, when it "
                + "holds this key and no other, and give it to the region.",
            valueName: "fingerprint"))
    package var trust: String?

    package init() {}

    package func validate() throws {
        guard let trust, Fingerprint(trust) == nil else { return }
        throw ValidationError(
            "--trust takes a whole fingerprint: 40 or 64 hexadecimal digits.")
    }

    /// Refuses two keyrings at once.
    func exclude(_ keyring: KeyringArgument?) throws {
        guard trust != nil, keyring != nil else { return }
        throw ValidationError("--trust and --keyring exclude each other; keep one of them.")
    }

    /// The mirror's keyring, fetched and checked; nil without the option.
    func choice(at url: String?, reading: StreamReading) async throws -> KeyringChoice? {
        guard let fingerprint = trust.flatMap({ Fingerprint($0) }) else { return nil }
        guard let url, OfficialStream(url: url) == nil else {
            throw Failure(
                .usage, "only a mirror carries a keyring of its own; this is an official stream",
                hint: "leave --trust out, or give --keyring auto")
        }
        return try await CarriedKeyring.trusting(fingerprint, at: url, reading: reading).choice
    }
}
