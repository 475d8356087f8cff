/// Decides what a run does. Pure: everything it needs is handed in.
struct MirrorPlanner: Sendable {
    /// Products files, then the index; those still to be signed without their signature.
    let documents: [StoredDocument]
    /// What is published now, by path.
    let published: [RelativePath: [UInt8]]
    /// What the mirror should hold.
    let wanted: Wanted
    /// The parts.
    let merge: PartMerge
    /// What stands at the path of each wanted file.
    let observations: [RelativePath: Observation]
    /// Bytes held of files that were begun.
    let partials: [RelativePath: Int64]
    /// What the mirror recorded of its files.
    let records: [RelativePath: FileRecord]
    /// What another tool recorded of its files.
    let foreign: [ForeignFile]
    /// What is said beside the plan.
    let notes: [MirrorWarning]
    /// The site's own signature, where the documents get one.
    var site: MirrorPlan.SiteSignature?
    /// Published documents that others, at other paths, take the place of.
    var superseded: [FileEntry] = []

    /// The plan.
    func plan() -> MirrorPlan {
        var fetches: [MirrorPlan.Fetch] = []
        var kept: [FileEntry] = []
        var stored: [RelativePath: StoredItem] = [:]
        for file in wanted.table.files {
            if case .right(let item)? = observations[file.path] {
                kept.append(file)
                stored[file.path] = item
            } else {
                fetches.append(fetch(file))
            }
        }
        let (foreign, left) = adoption()
        let adopted = foreign + superseded.filter { records[$0.path] == nil }
        return MirrorPlan(
            fetches: fetches, kept: kept, retained: wanted.retained,
            removals: removals(adopted: adopted), documents: documents,
            changedDocuments: documents.filter { published[$0.path] != $0.bytes },
            holdings: wanted.holdings + wanted.retained, parts: merge.parts,
            replacedParts: merge.replaced, warnings: warnings(foreignFiles: left),
            site: site, adopted: adopted, stored: stored)
    }

    private func fetch(_ file: FileEntry) -> MirrorPlan.Fetch {
        let record = records[file.path]
        // Of what nothing is recorded, published metadata may name what stands there.
        let isReplaced =
            record?.stamp == nil ? !published.isEmpty : record?.file.sha256 != file.sha256
        let reason: MirrorPlan.Fetch.Reason =
            switch observations[file.path] ?? .absent {
            case .absent: record?.stamp == nil ? .new : .missing
            case _ where isReplaced: .replaced
            case .wrongSize: .size
            case .wrongContent, .right: .content
            }
        return MirrorPlan.Fetch(
            file: file, reason: reason, held: min(file.size, partials[file.path] ?? 0))
    }

    /// Files of ours that are no longer wanted. Nothing else in the place is ever named here.
    private func removals(adopted: [FileEntry]) -> [MirrorPlan.Removal] {
        let others = wanted.retainedPaths.union(documents.map(\.path))
        func isNeeded(_ path: RelativePath) -> Bool {
            wanted.table.file(at: path) != nil || others.contains(path)
        }
        let own = records.values.filter { !isNeeded($0.file.path) }.map {
            MirrorPlan.Removal(file: $0.file, due: $0.due)
        }
        let new = adopted.filter { !isNeeded($0.path) }.map {
            MirrorPlan.Removal(file: $0, due: nil)
        }
        return (own + new).sorted { $0.file.path < $1.file.path }
    }

    /// Another tool's files that become this mirror's to keep or remove: older versions of products
    /// that are selected. The rest is counted, and stays.
    private func adoption() -> (adopted: [FileEntry], left: Int) {
        var adopted: [FileEntry] = []
        var left = 0
        for file in foreign where records[file.path] == nil {
            if wanted.table.file(at: file.path) != nil { continue }
            if let entry = file.entry, !file.products.isDisjoint(with: wanted.products) {
                adopted.append(entry)
            } else {
                left += 1
            }
        }
        return (adopted, left)
    }

    private func warnings(foreignFiles: Int) -> [MirrorWarning] {
        var warnings = notes
        if !merge.replaced.isEmpty { warnings.append(.partsReplaced(merge.replaced.count)) }
        let others = merge.parts.count - 1 - merge.vanished
        if merge.hasNew, others > 0 { warnings.append(.otherParts(others)) }
        if site == nil, wanted.unselectedProducts > 0 {
            warnings.append(.advertisesMore(products: wanted.unselectedProducts))
        }
        if foreignFiles > 0 { warnings.append(.foreignFiles(foreignFiles)) }
        return warnings
    }
}
