/// What the transfers of a run brought.
struct FetchedItems: Sendable {
    /// One for each file to fetch, in their order.
    var results: [FileResult] = []
    /// What was stored under its name.
    var stored: [RelativePath: StoredItem] = [:]
}

extension MirrorRun {
    /// Writes down which files will be placed, before the first one is, so that a later run knows
    /// them for the mirror's own whatever happens to this one.
    func intend(_ plan: MirrorPlan, in state: inout MirrorState) async throws(StoreError) {
        for fetch in plan.fetches where state.files[fetch.file.path]?.stamp == nil {
            state.files[fetch.file.path] = FileRecord(file: fetch.file)
        }
        if state.indexPath == nil { state.parts = plan.parts }
        for file in plan.adopted { state.files[file.path] = FileRecord(file: file) }
        guard !plan.fetches.isEmpty || !plan.adopted.isEmpty else { return }
        try await state.save(to: store)
    }

    /// Fetches all files, several at once. One that fails does not keep the others from coming; only
    /// when no room is left there is no use in going on.
    func fetchAll(_ fetches: [MirrorPlan.Fetch]) async -> FetchedItems {
        let board = TransferBoard(fetches, reportingTo: progress)
        let room = RoomWatch()
        let fetcher = WatchedFetch(source: source, limit: options.idleLimit, time: time)
        let endings = await BoundedWork.map(fetches, width: options.transfers) { fetch in
            guard room.isLeft else { return Self.notBegun(fetch.file) }
            let item = ItemFetch(
                fetch: fetch, fetcher: fetcher, store: store, retry: options.retry, board: board)
            let ending = await item.run()
            if case .store(let error)? = ending.result.failure, error.kind == .full { room.end() }
            return ending
        }
        var fetched = FetchedItems()
        for (fetch, ending) in zip(fetches, endings) {
            let ending = ending ?? Self.notBegun(fetch.file)
            fetched.results.append(ending.result)
            fetched.stored[fetch.file.path] = ending.stored
        }
        return fetched
    }

    private static func notBegun(
        _ file: FileEntry
    ) -> (result: FileResult, stored: StoredItem?) {
        (FileResult(file: file, ending: .failed(.cancelled), received: 0, resumed: false), nil)
    }
}
