package import FoundationEssentials

/// Signs with gpg.
///
/// Documents are signed over SHA-512, and what comes out is checked with gpgv as a reader will check
/// it: a key, an age or a setting of gpg that readers do not accept is found here.
package struct GPGSigner: DocumentSigner {
    private let choice: SigningChoice
    private let ownHome: String
    private let userHome: String?
    private let temporaryDirectory: URL
    private let gpg: String

    /// A signer.
    ///
    /// - Parameters:
    ///   - ownHome: GnuPG's home with the key that this program makes for itself; it and the
    ///     directory above need not exist.
    ///   - userHome: the user's home of GnuPG (`GNUPGHOME`); nil for the usual one.
    ///   - temporaryDirectory: where a key from a file is for the time of a run.
    ///   - gpg: the program's name, looked for in `PATH`.
    package init(
        _ choice: SigningChoice, ownHome: String, userHome: String? = nil,
        temporaryDirectory: URL = FileManager.default.temporaryDirectory, gpg: String = "gpg"
    ) {
        self.choice = choice
        self.ownHome = ownHome
        self.userHome = userHome
        self.temporaryDirectory = temporaryDirectory
        self.gpg = gpg
    }

    package func key(making: Bool) async throws(SigningError) -> SiteKey? {
        switch choice {
        case .automatic:
            let home = own
            if making { try await home.make() }
            guard home.exists else { return nil }
            return try await key(in: GPG(home: ownHome, program: gpg), named: nil)
        case .key(let name):
            return try await key(in: GPG(home: userHome, program: gpg), named: name)
        case .file(let path):
            return try await withFile(path) { gpg throws(SigningError) in
                try await key(in: gpg, named: nil)
            }
        }
    }

    package func sign(
        _ documents: [[UInt8]], by key: SiteKey, as form: SignatureForm
    ) async throws(SigningError) -> [[UInt8]] {
        switch choice {
        case .automatic:
            return try await own.copied { gpg throws(SigningError) in
                try await sign(documents, by: key, as: form, in: gpg)
            }
        case .key:
            return try await sign(
                documents, by: key, as: form, in: GPG(home: userHome, program: gpg))
        case .file(let path):
            return try await withFile(path) { gpg throws(SigningError) in
                try await sign(documents, by: key, as: form, in: gpg)
            }
        }
    }

    private var own: OwnSigningHome {
        OwnSigningHome(path: ownHome, temporaryDirectory: temporaryDirectory, program: gpg)
    }

    /// Finds the key and exports its public half. Neither needs gpg's agent.
    private func key(in gpg: GPG, named name: String?) async throws(SigningError) -> SiteKey {
        let names = name.map { ["--", $0] } ?? []
        let listing = try await gpg.run(["--with-colons", "--list-keys"] + names)
        let found = try GPGKeyListing.only(
            of: GPGKeyListing.read(listing.output), named: name ?? gpg.home ?? "")
        let export = [
            "--export-options", "export-minimal", "--export", "--", "\(found.fingerprint)",
        ]
        let keyring = try await gpg.run(export)
        let armoured = try await gpg.run(
            ["--armor", "--no-emit-version", "--no-comments"] + export)
        guard keyring.succeeded, !keyring.output.isEmpty else {
            throw .refused(keyring.status.said)
        }
        return SiteKey(
            fingerprint: found.fingerprint, keyring: keyring.output, armoured: armoured.output)
    }

    private func sign(
        _ documents: [[UInt8]], by key: SiteKey, as form: SignatureForm, in gpg: GPG
    ) async throws(SigningError) -> [[UInt8]] {
        let how =
            form == .clearsigned
            ? ["--no-escape-from-lines", "--clearsign"] : ["--armor", "--detach-sign"]
        let keyring: Keyring
        do throws(KeyringError) {
            keyring = try Keyring(key.keyring, origin: "the signing key")
        } catch {
            throw .refused(error.description)
        }
        let reader = Verifier(
            policy: form.policy, keyring: keyring, temporaryDirectory: temporaryDirectory)
        var signed: [[UInt8]] = []
        for document in documents {
            let answer = try await gpg.run(
                [
                    "--digest-algo", "SHA512", "--no-emit-version", "--no-comments",
                    "--local-user", "\(key.fingerprint)", "--output", "-",
                ] + how, input: document)
            guard answer.succeeded, !answer.output.isEmpty else {
                throw answer.status.refusal(of: key.fingerprint.description)
            }
            try await check(answer.output, of: document, as: form, by: reader)
            signed.append(answer.output)
        }
        return signed
    }

    /// Reads what was signed as a reader will.
    private func check(
        _ signed: [UInt8], of document: [UInt8], as form: SignatureForm, by reader: Verifier
    ) async throws(SigningError) {
        do throws(VerificationError) {
            let name = "the signed metadata"
            let read =
                form == .clearsigned
                ? try await reader.verify(signed, named: name)
                : try await reader.verify(document, named: name, signature: signed)
            guard read.content == document else {
                throw VerificationError(document: name, reason: .badSignature)
            }
        } catch {
            throw .unacceptable(error)
        }
    }

    /// Takes a secret key from a file into a home of its own for the time of the work.
    private func withFile<Value: Sendable>(
        _ path: String, _ work: (GPG) async throws(SigningError) -> Value
    ) async throws(SigningError) -> Value {
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
            throw .keyFile(path, said: "it cannot be read")
        }
        let home = try SigningPlace.makeTemporary(in: temporaryDirectory)
        let gpg = GPG(home: home, program: gpg)
        let result = await Result { () async throws(SigningError) in
            let answer = try await gpg.run(["--import"], input: [UInt8](bytes))
            let counts = answer.status.words(after: "IMPORT_RES") ?? []
            // The tenth number counts secret keys, the eleventh those that are new here.
            guard counts.count > 11, counts[9] != "0", counts[10] != "0" || counts[11] != "0" else {
                throw answer.status.importRefusal(of: path)
            }
            return try await work(gpg)
        }
        await gpg.endAgent()
        SigningPlace.remove(home)
        return try result.get()
    }
}

extension GPGReport {
    /// Why a file brought no secret key.
    fileprivate func importRefusal(of path: String) -> SigningError {
        let isPublic = words(after: "IMPORT_OK") != nil
        return .keyFile(path, said: isPublic ? "only a public key is in it" : said)
    }
}

extension Result where Failure == SigningError, Success: Sendable {
    /// The result of asynchronous work.
    init(_ work: () async throws(SigningError) -> Success) async {
        do throws(SigningError) {
            self = .success(try await work())
        } catch {
            self = .failure(error)
        }
    }
}
