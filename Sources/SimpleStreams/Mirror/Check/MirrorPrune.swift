package import FoundationEssentials

/// What a mirror can do without, told by its own records; needs no upstream.
package struct PrunePlan: Sendable {
    /// Files to delete now.
    package let due: [FileRecord]
    /// Files no longer needed whose time has not come.
    package let waiting: [FileRecord]
    /// Versions given up.
    package let dropped: [Holding]
    /// The state afterwards, before anything is deleted.
    let state: MirrorState

    /// Bytes in the files to delete now.
    package var bytesDue: Int64 { due.reduce(0) { $0 + $1.file.size } }

    /// Plans.
    ///
    /// - Parameters:
    ///   - keep: versions of each product to keep, at least one; nil for what is recorded. The
    ///     recorded filters keep that number from then on, for what they select must be there.
    ///   - grace: how long files stay that are given up now.
    ///   - hastens: whether those given up before stay no longer than that either, from now.
    package static func make(
        from state: MirrorState, keep: Int?, grace: TimeInterval, hastens: Bool = false, now: Date
    ) throws(RetentionError) -> PrunePlan {
        var state = state
        var dropped: [Holding] = []
        if let keep {
            var parts: [MirrorPart] = []
            for part in state.parts { parts.append(try part.keeping(atMost: keep)) }
            state.parts = parts
            dropped = surplus(of: state.holdings, keep: keep)
            let given = Set(dropped)
            state.holdings.removeAll { given.contains($0) }
            let needed = Set(state.holdings.flatMap(\.paths))
            for path in dropped.flatMap(\.paths) where !needed.contains(path) {
                if state.files[path]?.due == nil { state.files[path]?.due = now + grace }
            }
        }
        if hastens {
            for (path, record) in state.files {
                guard let due = record.due else { continue }
                state.files[path]?.due = min(due, now + grace)
            }
        }
        let records = state.files.values.filter { $0.due != nil }
            .sorted { $0.file.path < $1.file.path }
        let isDue = { (record: FileRecord) in record.due.map { $0 <= now } == true }
        return PrunePlan(
            due: records.filter(isDue), waiting: records.filter { !isDue($0) },
            dropped: dropped, state: state)
    }

    private static func surplus(of holdings: [Holding], keep: Int) -> [Holding] {
        Dictionary(grouping: holdings) { "\($0.contentID)\n\($0.product)" }
            .sorted { $0.key < $1.key }
            .flatMap { _, versions in
                versions.sorted { $0.version.utf8.lexicographicallyPrecedes($1.version.utf8) }
                    .dropLast(keep)
            }
    }
}

extension MirrorPart {
    /// The same wish with no more versions than this.
    fileprivate func keeping(atMost count: Int) throws(RetentionError) -> MirrorPart {
        let most = min(retention.max ?? count, max(1, count))
        return MirrorPart(
            filters: filters, choice: choice,
            retention: try Retention(max: most, keepsVanished: retention.keepsVanished))
    }
}

extension MirrorRun {
    /// Deletes what a mirror can do without.
    ///
    /// - Parameter hastens: whether the grace time of the options holds for what waits already.
    /// - Returns: the plan, the files deleted, and those left alone because they were changed.
    package static func prune(
        _ store: any Store, keep: Int?, hastens: Bool = false, options: MirrorOptions,
        time: MirrorTime = .system
    ) async throws(MirrorError) -> (plan: PrunePlan, removed: [RelativePath], left: [RelativePath])
    {
        // Where there is no mirror, not even a lock is made.
        _ = try await prunePlan(store, keep: keep, options: options, time: time)
        return try await MirrorError.holding(
            store, waiting: options.lockWait
        ) { () async throws(MirrorError) in
            try await pruneHeld(
                store, keep: keep, hastens: hastens, options: options, time: time)
        }
    }

    private static func pruneHeld(
        _ store: any Store, keep: Int?, hastens: Bool, options: MirrorOptions, time: MirrorTime
    ) async throws(MirrorError) -> (plan: PrunePlan, removed: [RelativePath], left: [RelativePath])
    {
        let plan = try await prunePlan(
            store, keep: keep, hastens: hastens, options: options, time: time)
        var state = plan.state
        let cleaning = try await MirrorError.store { () async throws(StoreError) in
            try await state.save(to: store)
            return try await Cleaner(store: store, time: time, progress: NoProgress())
                .clean(&state)
        }
        _ = await state.writePage(to: store, now: time.now())
        return (plan, cleaning.removed, cleaning.leftAlone)
    }

    /// What `prune` would do. Writes nothing.
    package static func prunePlan(
        _ store: any Store, keep: Int?, hastens: Bool = false, options: MirrorOptions,
        time: MirrorTime = .system
    ) async throws(MirrorError) -> PrunePlan {
        let state = try await MirrorState.known(in: store)
        do throws(RetentionError) {
            return try PrunePlan.make(
                from: state, keep: keep, grace: options.grace, hastens: hastens, now: time.now())
        } catch {
            throw .retention(error)
        }
    }
}
