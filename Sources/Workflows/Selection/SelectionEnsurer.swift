package import MAAS

/// Makes selections, waiting for the region's catalogue of a source to fill where that is what keeps
/// it from accepting one.
package struct SelectionEnsurer: Sendable {
    private let session: RegionSession
    private let clock: any Clock<Duration>
    private let patience: Duration
    private let pauses: [Duration]
    private let waitsForArches: Bool
    private let offers: StreamOffers?

    /// - Parameters:
    ///   - patience: how long the catalogue may take.
    ///   - waitsForArches: whether a catalogue that has the release and not the architecture may be
    ///     an old one, too.
    ///   - offers: asks the stream itself before waiting; what it does not have is refused at once.
    package init(
        session: RegionSession, clock: any Clock<Duration> = ContinuousClock(),
        patience: Duration = .seconds(300),
        pauses: [Duration] = [.milliseconds(200), .milliseconds(500), .seconds(1), .seconds(2)],
        waitsForArches: Bool = false, offers: StreamOffers? = nil
    ) {
        self.offers = offers
        self.waitsForArches = waitsForArches
        self.session = session
        self.clock = clock
        self.patience = patience
        self.pauses = pauses
    }

    /// The selection that is there afterwards, and whether anything changed.
    package struct Outcome: Sendable, Equatable {
        package let selection: BootSourceSelection
        package let changed: Bool
    }

    /// Makes the source's selections contain what is asked for.
    package func ensure(
        _ request: SelectionRequest, in source: BootSource
    ) async throws -> Outcome {
        let selections = try await session.client.selections(of: source.id)
        return try await carryOut(SelectionPlan(ensuring: request, in: selections), in: source)
    }

    /// Does what a plan says.
    func carryOut(_ plan: SelectionPlan, in source: BootSource) async throws -> Outcome {
        switch plan {
        case .nothing(let selection): return Outcome(selection: selection, changed: false)
        case .create(let values):
            return Outcome(selection: try await create(values, in: source), changed: true)
        case .update(let selection, let values):
            let updated = try await waiting(values, source) {
                try await session.client.updateSelection(selection, values)
            }
            return Outcome(selection: updated, changed: true)
        }
    }

    /// Creates a selection once the catalogue knows the release.
    @discardableResult
    func create(
        _ values: SelectionValues, in source: BootSource
    ) async throws -> BootSourceSelection {
        try await waiting(values, source) {
            try await session.client.createSelection(of: source.id, values)
        }
    }

    /// Takes images out of the source's selections.
    package func carryOut(_ removal: SelectionRemoval, in source: BootSource) async throws {
        switch removal {
        case .nothing: return
        case .delete(let selection): try await session.client.deleteSelection(selection)
        case .reduce(let selection, let values, byReplacing: false):
            _ = try await session.client.updateSelection(selection, values)
        case .reduce(let selection, let values, byReplacing: true):
            try await replace(selection, values, in: source)
        }
    }

    /// Deletes a selection and makes it again: to its end, even when the person interrupts between
    /// the two.
    private func replace(
        _ selection: BootSourceSelection, _ values: SelectionValues, in source: BootSource
    ) async throws {
        try await session.client.deleteSelection(selection)
        do {
            _ = try await Task { try await create(values, in: source) }.value
        } catch {
            let text = "\(values.os)/\(values.release):\(values.arches.joined(separator: ","))"
            throw WorkflowError(
                .incomplete,
                "the selection \(values.os)/\(values.release) was removed and could not be made "
                    + "again: "
                    + ((error as? RegionError)?.summary ?? (error as? WorkflowError)?.message
                        ?? "\(error)"),
                hint: "maas-boot selection ensure \(text) --source \(source.id)",
                cause: error as? RegionError)
        }
    }

    private func waiting<Value>(
        _ values: SelectionValues, _ source: BootSource, _ attempt: () async throws -> Value
    ) async throws -> Value {
        var waited = Duration.zero
        var next = 0
        while true {
            do {
                return try await attempt()
            } catch let error as RegionError where error.isEmptyCatalogue || error.lacksArches {
                if next == 0, let refusal = await refusal(of: values, in: source) { throw refusal }
                guard error.isEmptyCatalogue || waitsForArches else { throw error }
                guard waited < patience else { throw unavailable(values, source, error) }
                let pause = pauses[min(next, pauses.count - 1)]
                try await clock.sleep(for: pause)
                waited += pause
                next += 1
            }
        }
    }

    /// Why the source's stream cannot serve a selection; nil where it can. A stream that cannot be
    /// read from here says nothing, and the region's catalogue decides.
    package func refusal(
        of values: SelectionValues, in source: BootSource
    ) async -> WorkflowError? {
        guard let catalogue = try? await offers?.read(source).catalogue else { return nil }
        return SelectionOffer.refusal(of: values, by: catalogue)
    }

    private func unavailable(
        _ values: SelectionValues, _ source: BootSource, _ error: RegionError
    ) -> WorkflowError {
        WorkflowError(
            .deadline,
            "the region's catalogue of \(source.url) still has no \(values.os)/\(values.release) "
                + "after \(patience.components.seconds) seconds",
            hint: "see what the source offers: maas-boot source probe \(source.url); "
                + "and what the region says: maas-boot doctor", cause: error)
    }
}
