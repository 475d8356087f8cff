internal import MAAS
internal import YAML

extension DocumentPlanner {
    /// Which of the region's sources each of the document's is about: the one with its address, else
    /// the first that it replaces.
    func matches() throws(WorkflowError) -> [DocumentPlan.SourceMatch] {
        let wishes = part.sources ?? []
        var claimed: Set<Int> = []
        func find(_ url: String) -> RegionStatus.Source? {
            snapshot.sources.first {
                SourceURL.same($0.source.url, url) && !claimed.contains($0.source.id)
            }
        }
        let exact = wishes.map { find($0.url) }
        claimed = Set(exact.compactMap { $0?.source.id })
        var matches: [DocumentPlan.SourceMatch] = []
        for (wish, found) in zip(wishes, exact) {
            try checkReplaced(wish, wishes)
            let current = found ?? wish.replaces.lazy.compactMap(find).first
            if let current { claimed.insert(current.source.id) }
            matches.append(DocumentPlan.SourceMatch(wish: wish, current: current))
        }
        return matches
    }

    private func checkReplaced(
        _ wish: DocumentSource, _ wishes: [DocumentSource]
    ) throws(WorkflowError) {
        for other in wishes where wish.replaces.contains(where: { SourceURL.same($0, other.url) }) {
            throw WorkflowError(
                .invalidInput, "\(wish.label) replaces \(other.url), which is to be there as well",
                hint: "leave one of the two out")
        }
    }

    /// The steps that make the sources, and what a person should know before.
    func sourceSteps(
        _ matches: [DocumentPlan.SourceMatch]
    ) throws(WorkflowError) -> (steps: [DocumentStep], warnings: [String]) {
        var (steps, sources) = PriorityParking(matches, snapshot, prunes: options.prunes).run()
        var warnings: [String] = []
        var given = matches.compactMap(\.wish.priority)
        for (index, match) in matches.enumerated() {
            let current = match.current.flatMap { item in
                sources.first { $0.id == item.source.id }
            }
            let plan = try plan(match.wish, current, sources, given: given)
            given += [plan.change.priority].compactMap { $0 }
            if let priority = plan.change.priority,
                let index = sources.firstIndex(where: { $0.id == current?.id })
            {
                sources[index].management?.priority = priority
            }
            warnings += plan.warnings
            guard plan.changesAnything else { continue }
            try checkEnrolment(current)
            steps.append(
                DocumentStep(
                    .sources, plan.current == nil ? .add : .change, .source, match.wish.url,
                    plan.changes, .source(plan, index)))
        }
        return (steps, warnings)
    }

    private func plan(
        _ wish: DocumentSource, _ current: BootSource?, _ sources: [BootSource],
        given: [Int]
    ) throws(WorkflowError) -> SourcePlan {
        let planner = SourcePlanner(version: version, sources: sources)
        do throws(WorkflowError) {
            if let current { return try planner.update(current, wish.wish) }
            guard wish.keyring != nil || wish.skipKeyringVerification == true else {
                throw WorkflowError(
                    .invalidInput, "a new boot source needs a keyring",
                    hint: "add keyring: auto for Canonical's, or server:/PATH, or file:FILE")
            }
            var new = wish.wish
            new.priority = wish.priority ?? freePriority(sources, given)
            return try planner.add(new)
        } catch {
            throw WorkflowError(
                error.kind, "\(wish.label): \(error.message)", hint: error.hint,
                regionText: error.regionText, cause: error.cause)
        }
    }

    /// A priority for a new source that has none, where the region's own choice, one more than the
    /// highest, could be one that the document gives to another source.
    private func freePriority(
        _ sources: [BootSource], _ given: [Int]
    ) -> Int? {
        guard version.hasSourcePriorities, !given.isEmpty else { return nil }
        return ((given + sources.compactMap { $0.management?.priority }).max() ?? 0) + 1
    }

    /// Refuses to touch a source that a MAAS Site Manager put there.
    func checkEnrolment(_ source: BootSource?) throws(WorkflowError) {
        guard let source, SiteManager.manages(source.url), !options.force else { return }
        throw WorkflowError(
            .refused,
            "boot source \(source.id) (\(source.url)) belongs to the region's enrolment in MAAS Site "
                + "Manager, which would put it back",
            hint: "withdraw the enrolment first; or all the same: --force")
    }
}

extension DocumentSource {
    /// The fields as they are wished for.
    var wish: SourceWish {
        SourceWish(
            url: url, keyring: keyring, name: name, priority: priority, enabled: enabled,
            skipKeyringVerification: skipKeyringVerification)
    }

    /// What to call it in messages.
    var label: String { place.map { "source \(url) (line \($0.line))" } ?? "source \(url)" }
}
