internal import MAAS

/// Makes way for the priorities that a document gives: no two sources of a 3.8 region may have one
/// at any moment, so a source that is to lose its priority is given a free one first.
struct PriorityParking {
    private let matches: [DocumentPlan.SourceMatch]
    private let snapshot: RegionSnapshot
    private let prunes: Bool

    init(_ matches: [DocumentPlan.SourceMatch], _ snapshot: RegionSnapshot, prunes: Bool) {
        self.matches = matches
        self.snapshot = snapshot
        self.prunes = prunes
    }

    /// The steps, and the region's sources as they are after these.
    func run() -> (steps: [DocumentStep], sources: [BootSource]) {
        var sources = snapshot.sources.map(\.source)
        var steps: [DocumentStep] = []
        let wishes = matches.compactMap(\.wish.priority)
        for (order, match) in matches.enumerated() {
            guard let wanted = match.wish.priority,
                let index = sources.firstIndex(where: {
                    $0.management?.priority == wanted && $0.id != match.current?.source.id
                }), makesWay(sources[index], after: order)
            else { continue }
            let taken = wishes + sources.compactMap { $0.management?.priority }
            let free = (taken.max() ?? 0) + 1
            let before = sources[index]
            steps.append(step(before, free))
            sources[index].management?.priority = free
        }
        return (steps, sources)
    }

    /// Whether a source loses its priority anyway, and later than it is needed.
    private func makesWay(_ source: BootSource, after order: Int) -> Bool {
        let index = matches.firstIndex { $0.current?.source.id == source.id }
        guard let index else { return prunes }
        guard index > order, let own = matches[index].wish.priority else { return false }
        return own != source.management?.priority
    }

    private func step(_ source: BootSource, _ priority: Int) -> DocumentStep {
        let plan = SourcePlan(
            action: .update(source),
            change: BootSourceChange(
                priority: priority,
                skipKeyringVerification: source.management?.skipKeyringVerification),
            warnings: [])
        return DocumentStep(
            .sources, .change, .source, source.url, plan.changes, .source(plan, nil))
    }
}
