internal import MAAS

/// Looks at the streams that a plan points a region at, without changing anything.
package struct DocumentLook: Sendable {
    private let preflight: PreflightCheck

    package init(_ preflight: PreflightCheck) {
        self.preflight = preflight
    }

    /// What a person should know of the streams; refusals among it.
    ///
    /// - Throws: cancellation.
    package func warnings(
        _ plan: DocumentPlan, on snapshot: RegionSnapshot
    ) async throws -> [String] {
        var warnings: [String] = []
        for step in plan.steps {
            guard case .source(let change, let index?) = step.action, change.changesStream else {
                continue
            }
            do {
                let needs = plan.needs(index, on: snapshot)
                warnings += try await preflight.run(change, needs: needs).warnings
            } catch let error as WorkflowError {
                warnings.append("to be refused: \(error.message)")
            }
        }
        return warnings
    }
}

extension DocumentPlan {
    /// What a source of the document is to offer: what is selected from it and stays, and what will
    /// be.
    func needs(_ index: Int, on snapshot: RegionSnapshot) -> PreflightNeeds {
        let match = sources[index]
        let present = match.current?.selections ?? []
        let wishes = match.wish.selections ?? []
        let planned = wishes.map { wish in
            BootSourceSelection(
                planned: SelectionPlan(wish, in: present).values,
                of: match.current?.source.id ?? 0)
        }
        let goes = prunes && match.wish.selections != nil
        let kept = goes ? [] : present.filter { item in !wishes.contains { item.isOf($0) } }
        let selections = kept + planned
        let release = snapshot.commissioning
        let isHere = selections.contains {
            $0.os == CommissioningGuard.os && $0.release == release
        }
        return PreflightNeeds(selections: selections, commissioning: isHere ? release : nil)
    }
}
