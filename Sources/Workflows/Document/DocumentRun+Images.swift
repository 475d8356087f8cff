internal import MAAS

extension DocumentRun {
    mutating func startImport() async throws {
        let order = try await ImportStarter(session).start(
            changedAddress: hasMoved || hasStarted)
        outcome.order = outcome.order ?? order
        guard isLate(order) else { return executor.record.end() }
        guard executor.wait == nil else { return }
        outcome.warnings.append(
            "an import ran already, which may not know what is selected now: apply the document "
                + "again when it has ended")
    }

    /// Whether an import went on that may not know the new selections. Up to 3.7 it begins anew by
    /// itself; on 3.8 it does not, and a second order would kill it.
    func isLate(_ order: ImportOrder) -> Bool {
        guard session.version.hasSourcePriorities, hasSelected, !hasStarted else { return false }
        if case .order = order { return false }
        return true
    }

    /// Waits for the images where that was asked for: of the import, and of that which follows the
    /// removal of sources.
    ///
    /// - Throws: cancellation.
    mutating func waitForImages(after stage: DocumentStep.Stage) async throws {
        guard let wait = executor.wait, end == nil, outcome.waitProblem == nil else { return }
        do {
            switch stage {
            case .imports:
                if let order = outcome.order, isLate(order) { try await orderAfterwards() }
                let base = hasMoved ? baseline.afterChange() : baseline
                outcome.readiness = try await wait(base, outcome.order != nil, catalogues)
            case .importsAfterRemoval:
                guard let base = baselineAfterRemoval else { return }
                outcome.readiness = try await wait(base, true, catalogues)
            default: break
            }
        } catch {
            try Task.checkCancellation()
            outcome.waitProblem = error
        }
    }

    /// Orders an import once the one that runs has ended.
    mutating func orderAfterwards() async throws {
        guard let order = try await ImportStarter(session).startBehind(on: executor.clock) else {
            return
        }
        outcome.order = order
        executor.record.end()
    }

    /// The outcome, with the notices that came meanwhile. A region that does not tell them is no
    /// reason to call the run failed.
    func finished() async -> DocumentOutcome {
        var outcome = outcome
        let now = (try? await session.client.notifications()) ?? []
        outcome.notices = now.filter { $0.isAboutImages && !baseline.notices.contains($0) }
        return outcome
    }
}
