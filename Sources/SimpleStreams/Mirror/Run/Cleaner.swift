internal import FoundationEssentials

/// What a run took away at its end.
struct Cleaning: Sendable {
    /// Files that were deleted.
    var removed: [RelativePath] = []
    /// Files that should be, but are not what was placed.
    var leftAlone: [RelativePath] = []
}

/// Deletes what a mirror no longer needs.
struct Cleaner: Sendable {
    let store: any Store
    let time: MirrorTime
    let progress: any MirrorProgress

    /// Deletes what is due: files this mirror placed, that nothing needs, whose grace time is over,
    /// and that nobody changed since.
    func clean(_ state: inout MirrorState) async throws(StoreError) -> Cleaning {
        var cleaning = Cleaning()
        let now = time.now()
        let due = state.files.values.filter { record in record.due.map { $0 <= now } == true }
        guard !due.isEmpty else { return cleaning }
        progress.report(.stage(.clean))
        for record in due.sorted(by: { $0.file.path < $1.file.path }) {
            let path = record.file.path
            switch try await ItemCheck(store: store).observe(
                record.file, record: record, readsAll: false)
            {
            case .absent: break
            case .right:
                try await store.delete(path)
                cleaning.removed.append(path)
            case .wrongSize, .wrongContent: cleaning.leftAlone.append(path)
            case nil: continue
            }
            state.files[path] = nil
        }
        try await state.save(to: store)
        return cleaning
    }
}
