internal import FoundationEssentials
internal import MAAS

/// Makes a source anew with its selections, because a region cannot put a path in place of a stored
/// keyring (seen on 3.3 to 3.8). When the new one cannot be made, the old one is put back.
struct SourceReplacement {
    let session: RegionSession
    let source: BootSource
    let change: BootSourceChange
    let ensurer: SelectionEnsurer

    func run() async throws -> BootSource {
        let selections = try await session.client.selections(of: source.id)
        try await session.client.deleteBootSource(source.id)
        do {
            return try await make(change, selections)
        } catch {
            // In a task of its own: an interruption must not keep the old source from coming back.
            throw await Task { await restore(selections, after: error) }.value
        }
    }

    private func make(
        _ change: BootSourceChange, _ selections: [BootSourceSelection]
    ) async throws -> BootSource {
        let made = try await session.client.createBootSource(change)
        do {
            for selection in selections {
                try await ensurer.create(SelectionValues(selection), in: made)
            }
        } catch {
            // Leaves no half-made source behind, not even after an interruption, which would cancel
            // the request; the error that matters is the first one.
            await Task { try? await session.client.deleteBootSource(made.id) }.value
            throw error
        }
        return made
    }

    /// Puts the old source back and says how that went.
    private func restore(
        _ selections: [BootSourceSelection], after error: any Error
    ) async -> WorkflowError {
        let cause = error as? RegionError
        let problem =
            error is CancellationError
            ? "interrupted" : (error as? WorkflowError)?.message ?? cause?.summary ?? "\(error)"
        do {
            let restored = try await make(original, selections)
            return WorkflowError(
                .failed, "boot source \(source.id) could not be made anew: \(problem)",
                hint: "it was put back as boot source \(restored.id), with its keyring and its "
                    + "\(selections.count) selection(s)", cause: cause)
        } catch {
            return WorkflowError(
                .incomplete,
                "boot source \(source.id) was removed, could not be made anew (\(problem)), and "
                    + "could not be put back either",
                hint: "add it by hand: address \(source.url), selections \(names(selections))",
                cause: cause)
        }
    }

    private var original: BootSourceChange {
        var change = BootSourceChange(url: source.url)
        if case .bytes(let bytes) = source.keyringData { change.keyring = .data(bytes) }
        if let management = source.management {
            change.name = management.name
            change.priority = management.priority
            change.enabled = management.enabled
            change.skipKeyringVerification = management.skipKeyringVerification
        }
        return change
    }

    private func names(_ selections: [BootSourceSelection]) -> String {
        let names = selections.map { "\($0.os)/\($0.release):\($0.arches.joined(separator: ","))" }
        return names.isEmpty ? "none" : names.joined(separator: " ")
    }
}
