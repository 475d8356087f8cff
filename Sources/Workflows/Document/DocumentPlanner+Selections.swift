internal import MAAS

extension DocumentPlanner {
    /// What makes a source's selections contain the document's and, where it prunes, no more.
    func selectionSteps(_ match: DocumentPlan.SourceMatch, _ index: Int) -> [DocumentStep] {
        let existing = match.current?.selections ?? []
        return (match.wish.selections ?? []).flatMap { wish -> [DocumentStep] in
            let key = Self.key(wish.name, match.wish.url)
            let plan = SelectionPlan(wish, in: existing)
            var steps: [DocumentStep] = []
            if plan.changesAnything {
                steps.append(
                    DocumentStep(
                        .selections, plan.operation, .selection, key, plan.changes,
                        .select(wish, index)))
            }
            if options.prunes, let values = plan.reduction(to: wish) {
                steps.append(
                    DocumentStep(
                        // On 3.8 it is deleted and made again, which drops its images: the import
                        // that brings them back comes after that.
                        version.hasSourcePriorities ? .selections : .reducedSelections, .change,
                        .selection, key, SelectionPlan.changes(plan.values, values),
                        .reduce(wish, index)))
            }
            return steps
        }
    }

    /// What the document does not name and therefore goes.
    func removalSteps(
        _ matches: [DocumentPlan.SourceMatch]
    ) throws(WorkflowError) -> (steps: [DocumentStep], warnings: [String]) {
        guard options.prunes, part.sources != nil else { return ([], []) }
        var steps: [DocumentStep] = []
        for (index, match) in matches.enumerated() {
            guard let wishes = match.wish.selections else { continue }
            for selection in match.current?.selections ?? []
            where !wishes.contains(where: { selection.isOf($0) }) {
                try checkCommissioning(selection, matches)
                steps.append(
                    DocumentStep(
                        .removedSelections, .remove, .selection,
                        Self.key("\(selection.os)/\(selection.release)", match.wish.url),
                        [.init("arches", .texts(selection.arches), .none)],
                        .deselect(os: selection.os, release: selection.release, index)))
            }
        }
        let sources = try removedSources(matches)
        return (steps + sources.steps, sources.warnings)
    }

    static func key(_ selection: String, _ url: String) -> String { "\(selection) from \(url)" }

    /// Refuses to lose the release that machines commission with. Up to 3.7 a region refuses that
    /// for each of its selections, later ones take it from any source.
    private func checkCommissioning(
        _ selection: BootSourceSelection, _ matches: [DocumentPlan.SourceMatch]
    ) throws(WorkflowError) {
        guard selection.os == CommissioningGuard.os, selection.release == commissioning,
            !(version.hasSourcePriorities && stays(matches))
        else { return }
        throw WorkflowError(
            .refused,
            "machines commission with \(selection.os)/\(selection.release), so its selection from "
                + "boot source \(selection.bootSourceID) has to stay",
            hint: "add it to the document, or give another commissioning_distro_series there")
    }

    /// Whether the commissioning release is selected from a source that stays.
    private func stays(_ matches: [DocumentPlan.SourceMatch]) -> Bool {
        matches.contains { match in
            guard match.wish.enabled ?? match.current?.isEnabled ?? true else { return false }
            let named = match.wish.selections.map { $0.map { ($0.os, $0.release) } }
            let kept = match.current?.selections.map { ($0.os, $0.release) } ?? []
            return (named ?? kept).contains { $0 == (CommissioningGuard.os, commissioning ?? "") }
        }
    }

    private func removedSources(
        _ matches: [DocumentPlan.SourceMatch]
    ) throws(WorkflowError) -> (steps: [DocumentStep], warnings: [String]) {
        let kept = Set(matches.compactMap { $0.current?.source.id })
        var steps: [DocumentStep] = []
        var warnings: [String] = []
        for item in snapshot.sources where !kept.contains(item.source.id) {
            try checkEnrolment(item.source)
            warnings += try checkHarm(item, matches)
            steps.append(
                DocumentStep(
                    .removedSources, .remove, .source, item.source.url,
                    [
                        .init("url", .text(item.source.url), .none),
                        .init(
                            "selections",
                            .texts(item.selections.map { "\($0.os)/\($0.release)" }), .none),
                    ], .removeSource(item.source)))
        }
        return (steps, warnings)
    }

    /// The harm that a source's removal does: a refusal, or with `force` a warning.
    private func checkHarm(
        _ item: RegionStatus.Source, _ matches: [DocumentPlan.SourceMatch]
    ) throws(WorkflowError) -> [String] {
        var problems: [String] = []
        if matches.isEmpty { problems.append("the region would have no boot source left") }
        let commissions = item.selections.contains {
            $0.os == CommissioningGuard.os && $0.release == commissioning
        }
        if commissions, !stays(matches) {
            problems.append(
                "no other source has \(CommissioningGuard.os)/\(commissioning ?? ""), with which "
                    + "machines commission")
        }
        guard let first = problems.first, !options.force else { return problems }
        throw WorkflowError(
            .refused, "boot source \(item.source.id) (\(item.source.url)) is not to go: \(first)",
            hint: "add it to the document; or all the same: --force")
    }
}
