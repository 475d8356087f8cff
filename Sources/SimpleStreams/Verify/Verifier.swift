package import FoundationEssentials

/// Checks the signatures of a stream's documents with gpgv.
///
/// gpgv decides what a signature covers; this type decides, by gpgv's status lines, whether that
/// signature is one to believe. Nothing but gpgv's own output is passed on as content.
package struct Verifier: Sendable {
    /// Bytes in the largest document read.
    package static let maximumBytes = 256 << 20

    /// Whether documents must be signed, and how.
    package let policy: SignaturePolicy
    /// The keys that are believed; every one of them is.
    package let keyring: Keyring?
    private let gpgv: GPGV

    /// A verifier.
    ///
    /// - Parameters:
    ///   - temporaryDirectory: where private directories are made for gpgv's files.
    ///   - gpgv: the program's name, looked for in `PATH`.
    package init(
        policy: SignaturePolicy = .required, keyring: Keyring?,
        temporaryDirectory: URL = FileManager.default.temporaryDirectory, gpgv: String = "gpgv"
    ) {
        self.policy = policy
        self.keyring = keyring
        self.gpgv = GPGV(program: gpgv, temporaryDirectory: temporaryDirectory)
    }

    /// Checks one document.
    ///
    /// - Parameters:
    ///   - document: the bytes as they were fetched.
    ///   - name: its path or URL, for messages.
    ///   - signature: the detached signature, armoured or binary; only `detached` asks for it.
    package func verify(
        _ document: [UInt8], named name: String, signature: [UInt8]? = nil
    ) async throws(VerificationError) -> VerifiedDocument {
        guard document.count <= Self.maximumBytes else {
            throw VerificationError(
                document: name, reason: .tooLarge(limit: Self.maximumBytes))
        }
        switch policy {
        case .required: return try await verifyClearsigned(document, named: name)
        case .detached:
            guard let signature, !signature.isEmpty else {
                throw VerificationError(document: name, reason: .unsigned)
            }
            return try await verify(document, by: signature, named: name)
        case .skipped: return try unwrap(document, named: name)
        }
    }

    private func verifyClearsigned(
        _ document: [UInt8], named name: String
    ) async throws(VerificationError) -> VerifiedDocument {
        guard ClearsignedFrame.isClaimed(by: document) else {
            throw VerificationError(document: name, reason: .unsigned)
        }
        _ = try frame(document, named: name)
        let run = try await gpgv.run(
            .clearsigned(document), keyring: try requireKeyring(name), document: name)
        let signature = try judge(run, named: name)
        guard let content = run.output else {
            throw VerificationError(
                document: name, reason: .noVerdict, gpgvMessage: run.message)
        }
        return VerifiedDocument(content: content, signature: signature)
    }

    private func verify(
        _ document: [UInt8], by signature: [UInt8], named name: String
    ) async throws(VerificationError) -> VerifiedDocument {
        let run = try await gpgv.run(
            .detached(document, signature: signature), keyring: try requireKeyring(name),
            document: name)
        // The very bytes that gpgv hashed; a detached signature has no other form of them.
        return VerifiedDocument(content: document, signature: try judge(run, named: name))
    }

    private func unwrap(
        _ document: [UInt8], named name: String
    ) throws(VerificationError) -> VerifiedDocument {
        guard ClearsignedFrame.isClaimed(by: document) else {
            return VerifiedDocument(content: document, signature: nil)
        }
        return VerifiedDocument(content: try frame(document, named: name).text, signature: nil)
    }

    private func frame(
        _ document: [UInt8], named name: String
    ) throws(VerificationError) -> ClearsignedFrame {
        do throws(ClearsignedFrame.Fault) {
            return try ClearsignedFrame(document)
        } catch {
            throw VerificationError(document: name, reason: .framing(error))
        }
    }

    private func requireKeyring(_ name: String) throws(VerificationError) -> Keyring {
        guard let keyring else { throw VerificationError(document: name, reason: .noKeyring) }
        return keyring
    }

    private func judge(_ run: GPGV.Run, named name: String) throws(VerificationError) -> Signature {
        do throws(GPGVStatus.Refusal) {
            let signature = try GPGVStatus(run.status).verdict()
            guard run.succeeded else { throw GPGVStatus.Refusal(reason: .noVerdict) }
            return signature
        } catch {
            throw VerificationError(
                document: name, reason: error.reason, gpgvMessage: run.message)
        }
    }
}
