internal import FoundationEssentials
package import SimpleStreams
internal import Synchronization

/// The right to write to a mirror in a bucket.
final class S3Hold: StoreHold {
    private let store: S3Store
    private let keeper: LeaseKeeper

    init(_ store: S3Store, _ keeper: LeaseKeeper) {
        self.store = store
        self.keeper = keeper
        keeper.start()
    }

    deinit {
        keeper.stop()
    }

    /// Also when the task is cancelled: else the next run would wait for the lease to end.
    func release() async {
        await Task { [store, keeper] in
            await store.abortUploads()
            await keeper.end()
            store.end(keeper)
        }.value
    }
}

extension S3Store {
    package func hold(waiting wait: Duration) async throws(StoreError) -> any StoreHold {
        guard let path = try? RelativePath("\(MirrorLayout.ownDirectory)/\(MirrorLayout.lock)")
        else { throw StoreError(.failed, "\(name) has no place for a lock") }
        let claim = LeaseClaim(
            client: client, key: location.key(of: path), lease: Lease(owner: UUID().uuidString),
            terms: terms)
        let deadline = ContinuousClock.now + wait
        var outruns = 0
        while true {
            // Not cancelled halfway, which could leave a lock that nobody has.
            let isStubborn = outruns >= 20
            let outcome = await Task { await claim.result(isStubborn: isStubborn) }.value
            switch try await storing({ () async throws(S3Error) in try outcome.get() }) {
            case .granted(let keeper):
                guard !Task.isCancelled else {
                    await Task { await keeper.end() }.value
                    throw StoreError(.failed, "waiting for \(name) was cancelled")
                }
                await index.forget()
                state.withLock { state in
                    state.hold = keeper
                    state.setAside = [:]
                }
                return S3Hold(self, keeper)
            case .outrun:
                outruns += 1
                guard outruns < 50 || ContinuousClock.now < deadline else {
                    throw StoreError(.held, "others keep taking the lock of \(name)")
                }
                try await pause(.milliseconds(Int.random(in: 50...200)))
            case .held(let other, let age):
                guard ContinuousClock.now < deadline else {
                    throw other.refusal(name, age: age, terms)
                }
                try await pause(min(.seconds(1), deadline - ContinuousClock.now))
            }
        }
    }

    /// Fails when this process's hold was lost. Without a hold there is nothing to lose.
    func ensureHeld() async throws(StoreError) {
        try await state.withLock { $0.hold }?.ensure()
    }

    func end(_ keeper: LeaseKeeper) {
        state.withLock { state in
            if state.hold === keeper { state.hold = nil }
        }
    }

    /// Forgets what came and was not named.
    func abortUploads() async {
        let uploads = state.withLock { state in
            defer {
                state.uploads = [:]
                state.setAside = [:]
            }
            return Array(state.uploads.values)
        }
        for upload in uploads { await upload.abort() }
    }

    private func pause(_ duration: Duration) async throws(StoreError) {
        do {
            try await Task.sleep(for: duration)
        } catch {
            throw StoreError(.failed, "waiting for \(name) was cancelled")
        }
    }
}
