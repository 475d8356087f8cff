internal import FoundationEssentials
internal import MAAS
package import SimpleStreams

/// The keyring that a mirror carries beside its streams because it signs its metadata itself:
/// `streams/v1/keyring.gpg`.
///
/// Whoever can change the mirror can change it too, so by itself it proves nothing: somebody has to
/// know the fingerprint from elsewhere.
package struct CarriedKeyring: Sendable {
    /// Where mirrors carry it, below their address.
    package static let path = "streams/v1/keyring.gpg"

    /// The keyring: one key, which signed the mirror's index.
    package let keyring: Keyring
    /// Its key.
    package let key: Keyring.Key
    /// The address it came from.
    package let url: String

    /// The keyring as it is given to a region.
    package var choice: KeyringChoice { .upload(Data(keyring.bytes), from: url) }

    /// Fetches a mirror's keyring and checks the index with it; nil when the mirror carries none.
    ///
    /// - Throws: a keyring with other than one key, and an index that this key did not sign.
    package static func find(
        at url: String, reading: StreamReading
    ) async throws(WorkflowError) -> CarriedKeyring? {
        let address = try StreamAddress(url)
        guard address.isSigned else { return nil }
        let bytes: [UInt8]
        do {
            bytes = try await reading.document(
                at: RelativePath(metadata: path), of: address, limit: Keyring.maximumBytes)
        } catch let error as SourceError {
            if error.kind == .notFound { return nil }
            throw WorkflowError(
                error.isPassing ? .unreachable : .failed,
                "the keyring of \(url) cannot be read: \(error)")
        } catch {
            throw WorkflowError(.failed, "the keyring of \(url) cannot be read: \(error)")
        }
        let keyring = try Self.keyring(bytes, from: address.base + path)
        guard keyring.keys.count == 1 else {
            throw WorkflowError(
                .verification,
                "the keyring that \(url) carries has \(keyring.keys.count) keys; a mirror's own has "
                    + "one",
                hint: "ask the mirror's keeper for the right one, and give it with --keyring FILE")
        }
        try await check(address, with: keyring, reading)
        return CarriedKeyring(keyring: keyring, key: keyring.keys[0], url: address.base + path)
    }

    /// The keyring of a mirror whose key is known to be this one.
    package static func trusting(
        _ fingerprint: Fingerprint, at url: String, reading: StreamReading
    ) async throws(WorkflowError) -> CarriedKeyring {
        guard let found = try await find(at: url, reading: reading) else {
            throw WorkflowError(
                .notFound, "\(url) carries no keyring of its own (\(path))",
                hint: "without --trust, the region's keyring stays; or give one with --keyring")
        }
        guard found.key.fingerprint == fingerprint else {
            throw WorkflowError(
                .verification,
                "nothing was changed, for \(url) is signed by key \(found.key.fingerprint), not by "
                    + "\(fingerprint)",
                hint:
                    "ask the mirror's keeper for its fingerprint: maas-boot mirror list DIRECTORY "
                    + "--json site_fingerprint")
        }
        return found
    }

    /// The keyring of a mirror that a plan points a region at, when the keys the region would check
    /// with do not have it; nil when nothing has to be trusted anew.
    package static func unknown(
        to plan: SourcePlan, reading: StreamReading
    ) async throws -> CarriedKeyring? {
        guard plan.changesStream, plan.change.keyring == nil, let url = plan.change.url,
            OfficialStream(url: url) == nil
        else { return nil }
        let keys = try PreflightKeys(plan, reading: reading)
        // What is wrong with such a mirror the preflight says, and better.
        guard keys != .notNeeded, let found = try? await find(at: url, reading: reading) else {
            try Task.checkCancellation()
            return nil
        }
        let known = keys.keyring?.keys.map(\.fingerprint) ?? []
        return known.contains(found.key.fingerprint) ? nil : found
    }

    private static func keyring(
        _ bytes: [UInt8], from origin: String
    ) throws(WorkflowError) -> Keyring {
        do {
            return try Keyring(bytes, origin: origin)
        } catch {
            throw WorkflowError(.verification, "\(error)", hint: error.hint)
        }
    }

    private static func check(
        _ address: StreamAddress, with keyring: Keyring, _ reading: StreamReading
    ) async throws(WorkflowError) {
        do {
            let index = try await reading.document(
                at: address.indexPath, of: address, limit: StreamIndex.maximumBytes)
            _ = try await Verifier(keyring: keyring).verify(index, named: address.indexPath.text)
        } catch let error as VerificationError {
            throw WorkflowError(
                .verification,
                "the keyring that \(address.base) carries is not its signer's: \(error)",
                hint: "a sync of the mirror may be under way: try later; or ask its keeper")
        } catch {
            throw WorkflowError(.failed, "\(address.base) cannot be read: \(error)")
        }
    }
}
