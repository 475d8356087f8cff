package import MAAS
internal import SimpleStreams

/// What removing a source takes with it.
package struct SourceRemoval: Sendable {
    /// Nil when there is no such source (any more): then there is nothing to do.
    package let source: BootSource?
    package let selections: [BootSourceSelection]
    package let warnings: [String]
    private let name: String

    package var changesAnything: Bool { source != nil }

    /// Looks at what would go. Refuses, without `force`, to remove the last source and the one that
    /// alone has the commissioning release. What names one source only and is not there counts as
    /// removed already.
    package static func plan(
        _ reference: SourceReference, force: Bool, on session: RegionSession
    ) async throws -> SourceRemoval {
        let sources = try await session.client.bootSources()
        if reference.isWhole, !sources.contains(where: reference.isExact) {
            return SourceRemoval(source: nil, selections: [], warnings: [], name: reference.text)
        }
        let source = try reference.resolve(in: sources)
        async let setting = session.client.setting(.commissioningRelease)
        let all = try await RegionStatus.Source.read(sources, session)
        let problems = problems(
            source, all, commissioning: try await setting.nonEmptyText, session.version)
        if !force, let first = problems.first {
            throw WorkflowError(
                .refused, "boot source \(source.id) was not removed: \(first)",
                hint: "to remove it all the same: --force")
        }
        return SourceRemoval(
            source: source,
            selections: all.first { $0.source.id == source.id }?.selections ?? [],
            warnings: problems, name: reference.text)
    }

    /// Removes the source.
    package func carryOut(on session: RegionSession) async throws {
        guard let source else { return }
        try await session.client.deleteBootSource(source.id)
    }

    /// What is or would be gone, as a person would say it.
    package func sentence(dryRun: Bool) -> String {
        guard let source else { return "boot source \(name) unchanged: there is none" }
        let deed = dryRun ? "would be removed" : "removed"
        return
            "boot source \(source.id) \(deed) with its \(Counted.text(selections.count, "selection")): "
            + source.url
    }

    /// What harm the removal does.
    static func problems(
        _ source: BootSource, _ all: [RegionStatus.Source], commissioning release: String?,
        _ version: RegionVersion
    ) -> [String] {
        var problems: [String] = []
        if all.count == 1 {
            problems.append(
                version.hasSourcePriorities
                    ? "it is the region's only source"
                    : "it is the region's only source; the next import brings the official one back"
            )
        }
        func offers(_ item: RegionStatus.Source) -> Bool {
            item.selections.contains { $0.os == CommissioningGuard.os && $0.release == release }
        }
        let isHere = all.contains { $0.source.id == source.id && offers($0) }
        let isElsewhere = all.contains {
            $0.source.id != source.id && $0.isEnabled && offers($0)
        }
        if isHere, !isElsewhere {
            problems.append(
                "no other source has \(CommissioningGuard.os)/\(release ?? ""), with which machines "
                    + "commission")
        }
        return problems
    }
}
