internal import FoundationEssentials

extension MirrorRun {
    /// Reads all there is to know and plans. Changes nothing in the mirror.
    ///
    /// - Parameter making: whether a signing key that is still to be made is made.
    func prepare(making: Bool) async throws(MirrorError) -> PreparedRun {
        let recorded = try await MirrorState.recorded(in: store)
        let isGiven = part != nil || parts != nil
        if !isGiven, recorded?.parts.isEmpty ?? true { throw .noMirror(store.name) }
        var state = recorded ?? MirrorState(upstream: source.name)
        // What a first run that never ended was to mirror holds until something else is asked for.
        if isGiven, state.indexPath == nil { state.parts = [] }
        try checkUpstream(&state)
        progress.report(.stage(.metadata))
        let metadata = try await MetadataReader(
            source: source, verifier: verifier, retry: options.retry, time: time,
            width: options.transfers, keepsContents: signing != nil
        ).read(indexAt: options.indexPath)
        let trust = source.copied?.trust ?? metadata.trust
        let notes = try judge(trust, metadata.named, previous: state.trust)
        let unmet = try unmetChoices(state.parts, in: metadata.products)
        var merge = try merge(state.parts, in: metadata.products).get()
        let vanished = try vanished(merge, in: metadata.products)
        merge.vanished = vanished.misses.count
        let wanted = try Wanted(merge.parts, in: metadata.products, held: state.holdings)
        progress.report(.stage(.survey))
        let foreign =
            recorded == nil || merge.isChanged
            ? try await MirrorError.store { () async throws(StoreError) in
                try await store.foreignHoldings()
            } : []
        let observations = try await survey(wanted.table.files, state.files)
        let publication = try await publication(metadata, wanted, state, making: making)
        let site = publication.site?.signature ?? source.copied?.signature
        let planner = MirrorPlanner(
            documents: publication.documents, published: publication.published,
            wanted: wanted, merge: merge, observations: observations,
            partials: try await partials(wanted.table.files, observations),
            records: state.files, foreign: foreign,
            notes: metadata.warnings + notes + unmet + vanished.warnings
                + Self.signatureChange(state, site),
            site: site,
            superseded: publication.superseded)
        return PreparedRun(
            plan: planner.plan(), state: state, trust: trust, site: publication.site)
    }

    /// Who signs from now on, where that is somebody else than before: regions must be told.
    private static func signatureChange(
        _ state: MirrorState, _ site: MirrorPlan.SiteSignature?
    ) -> [MirrorWarning] {
        guard let site else { return state.signing == nil ? [] : [.upstreamSignature] }
        guard let key = site.fingerprint else { return [.siteSignature(nil)] }
        return state.signing?.fingerprint == key ? [] : [.siteSignature(key)]
    }

    func checkUpstream(_ state: inout MirrorState) throws(MirrorError) {
        func plain(_ name: String) -> Substring {
            var name = name[...]
            while name.last == "/" { name.removeLast() }
            return name
        }
        guard plain(state.upstream) != plain(source.name) else { return }
        guard options.changesUpstream else {
            throw .otherUpstream(recorded: state.upstream, given: source.name)
        }
        state.upstream = source.name
        // Another stream has its own times and keys.
        state.trust = nil
    }

    private func judge(
        _ current: TrustRecord, _ named: [String: UpdatedTime], previous: TrustRecord?
    ) throws(MirrorError) -> [MirrorWarning] {
        let verdicts = TrustRecord.judge(
            previous: previous, current: current, named: named,
            now: UpdatedTime(seconds: Int64(time.now().timeIntervalSince1970)),
            policy: options.trust)
        let refusals = verdicts.filter { $0.severity(under: options.trust) == .refuse }
        guard refusals.isEmpty else { throw .distrusted(refusals) }
        return verdicts.map { .trust($0) }
    }

    /// Names chosen that upstream has nothing of. A mistake when they are new; where they were
    /// mirrored before, upstream gave them up, which is no reason to let the rest grow old.
    private func unmetChoices(
        _ recorded: [MirrorPart], in documents: [ProductsDocument]
    ) throws(MirrorError) -> [MirrorWarning] {
        guard let part else { return [] }
        let unmet: [NoMatch.Finding]
        do throws(FilterError) {
            unmet = try part.filterSet().unmetChoices(in: documents)
        } catch {
            throw .filter(error)
        }
        guard !unmet.isEmpty else { return [] }
        guard recorded.contains(part) else { throw .nothingSelected(NoMatch(findings: unmet)) }
        return unmet.map { .noLongerOffered($0.condition) }
    }

    /// What is no longer offered of the recorded sets of filters beside the one given. Where none is
    /// given, a stream that has nothing of any would empty the mirror: that is refused.
    private func vanished(
        _ merge: PartMerge, in documents: [ProductsDocument]
    ) throws(MirrorError) -> VanishedParts {
        guard parts == nil else { return VanishedParts() }
        let checked = merge.hasNew ? merge.parts.filter { $0 != part } : merge.parts
        let vanished: VanishedParts
        do throws(FilterError) {
            vanished = try VanishedParts(of: checked, in: documents)
        } catch {
            throw .filter(error)
        }
        if !merge.hasNew, let first = vanished.misses.first,
            vanished.misses.count == checked.count
        {
            throw .nothingSelected(first)
        }
        return vanished
    }

    private func merge(
        _ recorded: [MirrorPart], in documents: [ProductsDocument]
    ) -> Result<PartMerge, MirrorError> {
        if let parts { return .success(.replace(recorded, with: parts)) }
        do throws(FilterError) {
            if let none = try part?.filterSet().explainNoMatch(in: documents) {
                return .failure(.nothingSelected(none))
            }
            return .success(
                try PartMerge.merge(
                    recorded, adding: part, change: options.partChange, in: documents))
        } catch {
            return .failure(.filter(error))
        }
    }

    /// The bytes that are published at these paths now.
    func published(
        _ paths: [RelativePath]
    ) async throws(MirrorError) -> [RelativePath: [UInt8]] {
        try await MirrorError.store { () async throws(StoreError) in
            var published: [RelativePath: [UInt8]] = [:]
            for path in paths {
                published[path] = try await store.document(
                    at: path, limit: ProductsDocument.maximumBytes)
            }
            return published
        }
    }

    /// Looks at every wanted file, and reads those whose content nothing proves.
    private func survey(
        _ files: [FileEntry], _ records: [RelativePath: FileRecord]
    ) async throws(MirrorError) -> [RelativePath: Observation] {
        let survey = Survey(store: store, readsAll: options.readsAll, progress: progress)
        return try await MirrorError.store { () async throws(StoreError) in
            try await survey.observe(files, records: records)
        }
    }

    private func partials(
        _ files: [FileEntry], _ observations: [RelativePath: Observation]
    ) async throws(MirrorError) -> [RelativePath: Int64] {
        try await MirrorError.store { () async throws(StoreError) in
            var sizes: [RelativePath: Int64] = [:]
            for file in files {
                if case .right? = observations[file.path] { continue }
                let size = try await store.partialSize(of: file)
                if size > 0 { sizes[file.path] = size }
            }
            return sizes
        }
    }
}
