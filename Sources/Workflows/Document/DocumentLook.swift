internal import MAAS

/// Looks at the streams that a plan points a region at, without changing anything.
package struct DocumentLook: Sendable {
    private let preflight: PreflightCheck
    private let offers: StreamOffers?

    /// - Parameter offers: asks the streams of sources that stay where they are; nil does not.
    package init(_ preflight: PreflightCheck, offers: StreamOffers?) {
        self.preflight = preflight
        self.offers = offers
    }

    /// What a person should know of the streams; refusals among it.
    ///
    /// - Throws: cancellation.
    package func warnings(
        _ plan: DocumentPlan, on snapshot: RegionSnapshot
    ) async throws -> [String] {
        var warnings: [String] = []
        var moved: Set<Int> = []
        for step in plan.steps {
            guard case .source(let change, let index?) = step.action, change.changesStream else {
                continue
            }
            moved.insert(index)
            do {
                let needs = plan.needs(index, on: snapshot)
                warnings += try await preflight.run(change, needs: needs).warnings
            } catch let error as WorkflowError {
                warnings.append("to be refused: \(error.message)")
            }
        }
        return warnings + (await lacks(plan, besides: moved))
    }

    /// What is to be selected from sources that stay where they are, and is not offered there.
    private func lacks(_ plan: DocumentPlan, besides moved: Set<Int>) async -> [String] {
        var catalogues: [Int: StreamCatalogue] = [:]
        var warnings: [String] = []
        for step in plan.steps {
            guard case .select(let wish, let index) = step.action, !moved.contains(index),
                let current = plan.sources[index].current
            else { continue }
            if catalogues[index] == nil {
                catalogues[index] = try? await offers?.read(current.source).catalogue
            }
            let values = SelectionPlan(wish, in: current.selections).values
            guard let catalogue = catalogues[index],
                let refusal = SelectionOffer.refusal(of: values, by: catalogue)
            else { continue }
            warnings.append("to be refused: \(refusal.message)")
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
