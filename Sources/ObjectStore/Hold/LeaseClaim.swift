internal import FoundationEssentials
internal import SimpleStreams

/// One attempt to get a mirror's lock object.
struct LeaseClaim: Sendable {
    /// How an attempt ended.
    enum Outcome: Sendable {
        case granted(LeaseKeeper)
        /// Somebody has it.
        case held(Lease, age: Duration?)
        /// Somebody was quicker; look again.
        case outrun
    }

    /// What keeps two writers apart.
    enum Guard: Sendable {
        /// The store refuses a write whose condition does not hold.
        case conditions
        /// The store ignores conditions: who wrote last has it.
        case readingBack
    }

    let client: S3Client
    let key: String
    let lease: Lease
    let terms: LeaseTerms

    /// Tries once, for a task that is not the caller's.
    func result(isStubborn: Bool) async -> Result<Outcome, S3Error> {
        do throws(S3Error) {
            return .success(try await attempt(isStubborn: isStubborn))
        } catch {
            return .failure(error)
        }
    }

    /// Tries once. Looks before it writes: a store that ignores conditions would let the write pass.
    ///
    /// - Parameter isStubborn: whether the store refused conditions so often that it must
    ///   misunderstand them; the lease is then got by reading back.
    func attempt(isStubborn: Bool = false) async throws(S3Error) -> Outcome {
        let found = try await client.get(key, limit: Lease.largest)
        if let found {
            let other = Lease(found.bytes)
            if other?.owner == lease.owner {
                // The answer to a write of ours was lost.
                return .granted(keeper(found.entityTag ?? "", .conditions))
            }
            if let other, !isOver(other, found.age) { return .held(other, age: found.age) }
            if other == nil, found.age.map({ $0 <= terms.lifetime }) ?? false { return .outrun }
        }
        if isStubborn { return try await readBack() }
        do throws(S3Error) {
            let tag =
                if let found {
                    try await client.replace(
                        key, taggedWith: found.entityTag ?? "", lease.bytes)
                } else {
                    try await client.create(key, lease.bytes)
                }
            return try await confirm(tag)
        } catch {
            if error.isConflict || error.isAbsence { return .outrun }
            guard error.isUnknownCondition else { throw error }
            return try await readBack()
        }
    }

    /// Whether a lease is anybody's: not renewed for its lifetime, or its process gone.
    private func isOver(_ other: Lease, _ age: Duration?) -> Bool {
        age.map { $0 > terms.lifetime } ?? false || other.process.isGone()
    }

    /// A write that must be refused tells whether the store minds conditions at all.
    private func confirm(_ tag: String) async throws(S3Error) -> Outcome {
        do throws(S3Error) {
            _ = try await client.create(key, lease.bytes)
        } catch {
            if error.isConflict { return try await mine(tag) }
            guard error.isUnknownCondition else { throw error }
        }
        return try await readBack()
    }

    /// Read once more: some stores mind one of the two conditions only.
    private func mine(_ tag: String) async throws(S3Error) -> Outcome {
        let found = try await client.get(key, limit: Lease.largest)
        guard let found, Lease(found.bytes)?.owner == lease.owner else { return .outrun }
        return .granted(keeper(found.entityTag ?? tag, .conditions))
    }

    private func readBack() async throws(S3Error) -> Outcome {
        _ = try await client.put(key, lease.bytes)
        try? await Task.sleep(for: terms.settling)
        let found = try await client.get(key, limit: Lease.largest)
        guard let found, Lease(found.bytes)?.owner == lease.owner else { return .outrun }
        return .granted(keeper(found.entityTag ?? "", .readingBack))
    }

    private func keeper(_ tag: String, _ mode: Guard) -> LeaseKeeper {
        LeaseKeeper(client, key: key, lease: lease, tag: tag, mode: mode, terms: terms)
    }
}
