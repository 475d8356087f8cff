internal import MAAS

extension DocumentRun {
    mutating func set(
        _ name: SettingName, _ value: SettingValue, in step: DocumentStep
    ) async throws -> DocumentOutcome.StepResult.End {
        if step.stage == .releases, let image = image(of: name, value),
            try await !ReleaseCheck(session.client).isThere(image)
        {
            return .deferred("\(image) is not there yet")
        }
        try await session.client.set(name, to: value)
        hasStarted = hasStarted || step.stage == .imports
        return .done
    }

    /// The image that a release setting needs.
    func image(of name: SettingName, _ value: SettingValue) -> String? {
        guard let release = value.nonEmptyText else { return nil }
        switch name {
        case .commissioningRelease: return "\(CommissioningGuard.os)/\(release)"
        case .defaultRelease:
            let wish = plan.steps.lazy.compactMap { step -> SettingValue? in
                guard case .set(.defaultOS, let value) = step.action else { return nil }
                return value
            }.first
            let os = wish?.nonEmptyText ?? snapshot.settings[.defaultOS]?.nonEmptyText
            return "\(os ?? CommissioningGuard.os)/\(release)"
        default: return nil
        }
    }

    mutating func change(_ change: SourcePlan, _ index: Int?) async throws {
        var look = PreflightCheck.Outcome()
        if let index, change.changesStream {
            look = try await executor.preflight.run(
                change, needs: plan.needs(index, on: snapshot))
            outcome.warnings += look.warnings
        }
        begin()
        let source = try await SourceExecutor(
            session: session, clock: executor.clock, patience: executor.patience
        ).execute(change)
        guard let index else { return }
        sources[index] = source
        catalogues[source.id] = look.catalogue
        unread.insert(source.id)
        hasMoved = hasMoved || change.movesSource
        // Its selections are new ones, which an import that runs does not know.
        if case .replace = change.action { hasSelected = true }
    }

    /// Makes a selection. Up to 3.7 a change of source 1 does not refresh its catalogue, which then
    /// does not know what the new stream has: an import does, and begins anew when the selection is
    /// there.
    mutating func select(_ wish: DocumentSelection, in source: BootSource) async throws {
        let isUnread = unread.contains(source.id) || executor.record.importIsDue()
        begin()
        let present = try await session.client.selections(of: source.id)
        let plan = SelectionPlan(wish, in: present)
        hasSelected = true
        func ensurer(_ patience: Duration) -> SelectionEnsurer {
            SelectionEnsurer(
                session: session, clock: executor.clock, patience: patience,
                waitsForArches: isUnread, offers: executor.offers)
        }
        if isUnread, needsImportToRead(source) {
            do {
                _ = try await ensurer(.zero).carryOut(plan, in: source)
                return
            } catch let error as WorkflowError where error.kind == .deadline {
                outcome.order = try await ImportStarter(session).start()
            }
        }
        _ = try await ensurer(executor.patience).carryOut(plan, in: source)
    }

    func needsImportToRead(_ source: BootSource) -> Bool {
        source.id == 1 && !session.version.hasSourcePriorities && outcome.order == nil
            && plan.steps.contains { $0.kind == .import }
    }

    mutating func reduce(
        _ wish: DocumentSelection, in source: BootSource
    ) async throws {
        begin()
        hasSelected = true
        let present = try await session.client.selections(of: source.id)
        let plan = SelectionPlan(wish, in: present)
        guard case .nothing(let selection) = plan, let values = plan.reduction(to: wish) else {
            return
        }
        try await SelectionEnsurer(
            session: session, clock: executor.clock, patience: executor.patience
        ).carryOut(
            .reduce(selection, values, byReplacing: session.version.hasSourcePriorities), in: source
        )
    }

    func deselect(
        _ os: String, _ release: String, in source: BootSource
    ) async throws -> DocumentOutcome.StepResult.End {
        let present = try await session.client.selections(of: source.id)
        guard let selection = present.first(where: { $0.os == os && $0.release == release }) else {
            return .done
        }
        if let reason = reasonToKeep([selection]) { return .deferred(reason) }
        try await CommissioningGuard(session).check(.delete(selection))
        try await session.client.deleteSelection(selection)
        return .done
    }

    func remove(_ source: BootSource) async throws -> DocumentOutcome.StepResult.End {
        let selections = snapshot.sources.first { $0.source.id == source.id }?.selections ?? []
        if let reason = reasonToKeep(selections) { return .deferred(reason) }
        try await session.client.deleteBootSource(source.id)
        return .done
    }

    /// Why what has the release that machines commission with cannot go yet.
    func reasonToKeep(_ selections: [BootSourceSelection]) -> String? {
        let waits = outcome.results.contains {
            $0.isDeferred && $0.step.key == SettingName.commissioningRelease.rawValue
        }
        guard waits, let release = snapshot.commissioning,
            selections.contains(where: {
                $0.os == CommissioningGuard.os && $0.release == release
            })
        else { return nil }
        return "machines commission with \(CommissioningGuard.os)/\(release) until then"
    }
}
