package import ArgumentParser
internal import FoundationEssentials
internal import SimpleStreams

/// The option that says who signs a mirror's metadata.
package struct MirrorSigningOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Publish metadata that names only what the mirror holds, signed with this key: a "
                + "fingerprint or user id of your gpg, a file with a secret key, or auto (a key made "
                + "at its first use). none goes back to upstream's signed metadata. By default as "
                + "before.", valueName: "key"), completion: .file())
    package var sign: String?

    package init() {}

    package func validate() throws {
        if sign?.isEmpty == true {
            throw ValidationError("--sign takes a key, auto or none.")
        }
    }

    /// How the mirror signs, given what it remembers; nil publishes upstream's bytes.
    func signing(_ recorded: MirrorState?, in context: Context) throws -> MirrorSigning? {
        guard let choice = try choice ?? (sign == nil ? recorded?.signing?.choice : nil) else {
            return nil
        }
        if case .file(let path) = choice { try PrivateFile.check(path) }
        return MirrorSigning(
            choice: choice,
            signer: GPGSigner(
                choice, ownHome: "\(context.directories.configuration)/signing",
                userHome: context.environment[.gnuPGHome]))
    }

    /// What the option says; nil when it is not given, or `none`.
    private var choice: SigningChoice? {
        get throws {
            guard let sign, sign != "none" else { return nil }
            guard sign != "auto" else { return .automatic }
            var isDirectory = false
            let isThere = FileManager.default.fileExists(atPath: sign, isDirectory: &isDirectory)
            guard isThere || sign.contains("/") else { return .key(sign) }
            guard isThere, !isDirectory else {
                throw Failure(
                    .notFound, "there is no key file at \(sign)",
                    hint: "name a file with a secret key, a key of your gpg, or --sign auto")
            }
            // The mirror remembers the place, and the next run may start elsewhere.
            return .file(URL(filePath: sign).absoluteURL.path)
        }
    }
}
