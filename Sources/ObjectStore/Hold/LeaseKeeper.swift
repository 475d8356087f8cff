internal import SimpleStreams
internal import Synchronization

/// Keeps a lease that was granted: renews it, notices when it is lost, gives it back.
actor LeaseKeeper {
    private let client: S3Client
    private let key: String
    private var mode: LeaseClaim.Guard
    private let terms: LeaseTerms
    private var lease: Lease
    private var tag: String
    private var renewed = ContinuousClock.now
    private var isLost = false
    /// The renewal under way: never two at once, and none cut off, for a write that the store still
    /// works on could come after the lock was given back.
    private var underWay: Task<Result<Void, S3Error>, Never>?
    private let renewing = Mutex<Task<Void, Never>?>(nil)

    init(
        _ client: S3Client, key: String, lease: Lease, tag: String, mode: LeaseClaim.Guard,
        terms: LeaseTerms
    ) {
        self.client = client
        self.key = key
        self.lease = lease
        self.tag = tag
        self.mode = mode
        self.terms = terms
    }

    /// Begins to renew the lease by itself, until `stop`.
    nonisolated func start() {
        let task = Task { [weak self, terms] in
            while (try? await Task.sleep(for: terms.renewal)) != nil {
                guard let self, await self.renewQuietly() else { return }
            }
        }
        renewing.withLock { $0 = task }
    }

    /// Renews no more.
    nonisolated func stop() {
        renewing.withLock { $0 }?.cancel()
    }

    /// Returns while the lease is surely this process's.
    func ensure() async throws(StoreError) {
        guard !isLost else { throw lost }
        guard ContinuousClock.now - renewed > terms.fence else { return }
        do throws(S3Error) {
            try await renew()
        } catch {
            guard isSure else { throw StoreError(error) }
        }
        guard !isLost, isSure else { throw lost }
    }

    /// Gives the lease back. One that may be another's by now is left alone.
    func end() async {
        stop()
        _ = await underWay?.value
        guard !isLost, isSure else { return }
        isLost = true
        try? await client.delete(key)
    }

    /// Whether nobody can have taken it over yet.
    private var isSure: Bool { ContinuousClock.now - renewed < terms.lifetime * 0.8 }

    private var lost: StoreError {
        StoreError(
            .held, "the lock s3://\(client.bucket)/\(key) was lost: another process has it",
            hint: "run it again; what is published is whole")
    }

    /// False when there is nothing left to renew. A failure is no loss: the next renewal may do.
    private func renewQuietly() async -> Bool {
        do throws(S3Error) { try await renew() } catch { return !isLost }
        return !isLost
    }

    private func renew() async throws(S3Error) {
        if let underWay { return try await underWay.value.get() }
        let renewal = Task { await self.renewal() }
        underWay = renewal
        let result = await renewal.value
        underWay = nil
        try result.get()
    }

    private func renewal() async -> Result<Void, S3Error> {
        do throws(S3Error) {
            return .success(try await write())
        } catch {
            return .failure(error)
        }
    }

    private func write() async throws(S3Error) {
        guard !isLost else { return }
        let start = ContinuousClock.now
        lease.renewals += 1
        do throws(S3Error) {
            switch mode {
            case .conditions:
                tag = try await client.replace(key, taggedWith: tag, lease.bytes)
            case .readingBack:
                guard try await isOurs() != nil else { return isLost = true }
                tag = try await client.put(key, lease.bytes)
            }
        } catch {
            guard error.isConflict || error.isAbsence else { throw error }
            // Somebody has it, or the answer to an attempt of ours was lost.
            guard let current = try await isOurs() else { return isLost = true }
            if current == tag {
                // Nobody touched it: the store misunderstands the condition.
                mode = .readingBack
                tag = try await client.put(key, lease.bytes)
            } else {
                tag = current
            }
        }
        renewed = start
    }

    /// The entity tag of the lock object when it is this process's.
    private func isOurs() async throws(S3Error) -> String? {
        guard let found = try await client.get(key, limit: Lease.largest),
            Lease(found.bytes)?.owner == lease.owner
        else { return nil }
        return found.entityTag ?? ""
    }
}
