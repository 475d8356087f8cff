internal import FoundationEssentials

extension MirrorRun {
    /// Makes the new metadata visible, once everything it names is safely there.
    func publish(
        _ prepared: PreparedRun, _ stored: [RelativePath: StoredItem],
        in state: inout MirrorState
    ) async throws(StoreError) {
        let plan = prepared.plan
        var stored = stored.merging(plan.stored) { fetched, _ in fetched }
        if !plan.fetches.isEmpty {
            progress.report(.stage(.publish))
            for fetch in plan.fetches where fetch.reason == .replaced {
                stored[fetch.file.path] = try await name(fetch.file)
            }
            try await store.flush()
        }
        for file in plan.fetches.map(\.file) + plan.kept {
            state.files[file.path] = FileRecord(file: file, stamp: stored[file.path]?.stamp)
        }
        let signing = prepared.site?.record(of: plan.documents) ?? source.copied?.signing
        for document in plan.documents {
            // Before it is published: a file that is waiting to be deleted must not be published.
            state.files[document.path] =
                prepared.site?.fileRecord(of: document)
                ?? source.copied?.fileRecord(of: document, indexPath: options.indexPath)
        }
        if let last = plan.changedDocuments.last {
            state.pending = PendingPublication(
                path: last.path, sha256: SHA256Digest.of(last.bytes), parts: plan.parts,
                holdings: plan.holdings, indexPath: options.indexPath, signing: signing)
            try await state.save(to: store)
            try await store.publish(plan.changedDocuments)
            try await store.flush()
        }
        state.signing = signing
        try await record(prepared, in: &state)
    }

    /// Gives a file its name that was hashed in this run, and had to wait.
    private func name(_ file: FileEntry) async throws(StoreError) -> StoredItem {
        let writer = try await store.begin(file)
        guard writer.size == file.size else {
            throw StoreError(
                .failed, "the new bytes of \(file.path) are no longer there",
                hint: "run it again; does something else clear up in \(store.name)?")
        }
        return try await writer.commit()
    }

    /// Writes down what the mirror is now, and when what it no longer needs may go.
    private func record(
        _ prepared: PreparedRun, in state: inout MirrorState
    ) async throws(StoreError) {
        let plan = prepared.plan
        let now = time.now()
        for path in plan.retained.flatMap(\.paths) { state.files[path]?.due = nil }
        for removal in plan.removals {
            state.files[removal.file.path]?.due = removal.due ?? now + options.grace
        }
        state.parts = plan.parts
        state.holdings = plan.holdings
        state.trust = prepared.trust
        state.keyring = options.keyring
        state.indexPath = options.indexPath
        state.pending = nil
        state.lastSuccess = now
        try await state.save(to: store)
        // All that was begun is done.
        _ = try await store.discardPartials(except: [])
    }
}
