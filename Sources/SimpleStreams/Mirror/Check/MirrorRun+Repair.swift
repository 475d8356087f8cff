extension MirrorRun {
    /// Fetches the files a comparison found wrong, and nothing else: published metadata stays, also
    /// when upstream has newer. (`verify --repair`)
    ///
    /// Upstream may have withdrawn a file since; then a sync is what helps.
    package func repair(_ report: VerifyReport) async throws(MirrorError) -> [FileResult] {
        try await MirrorError.holding(
            store, waiting: options.lockWait
        ) { () async throws(MirrorError) in try await mend(report) }
    }

    private func mend(_ report: VerifyReport) async throws(MirrorError) -> [FileResult] {
        var state = try await MirrorState.known(in: store)
        try checkUpstream(&state)
        let fetched = await fetchAll(Self.fetches(for: report))
        if Task.isCancelled { throw .cancelled }
        try await MirrorError.store { () async throws(StoreError) in
            try await store.flush()
            for result in fetched.results {
                guard let item = fetched.stored[result.file.path] else { continue }
                state.files[result.file.path] = FileRecord(file: result.file, stamp: item.stamp)
            }
            try await state.save(to: store)
        }
        return fetched.results
    }

    private static func fetches(for report: VerifyReport) -> [MirrorPlan.Fetch] {
        report.findings.map { finding in
            let reason: MirrorPlan.Fetch.Reason =
                switch finding.problem {
                case .missing: .missing
                case .size: .size
                case .content, .unreadable: .content
                }
            return MirrorPlan.Fetch(file: finding.file, reason: reason, held: 0)
        }
    }
}
