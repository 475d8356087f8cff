internal import FoundationEssentials
internal import MAAS
internal import SimpleStreams
internal import Transport

/// Makes a source anew with its selections, because a region cannot put a path in place of a stored
/// keyring (seen on 3.3 to 3.8).
///
/// With a new address the new source is made beside the old one, which goes last. With the same
/// address it cannot be: regions refuse a second source with it, so the old one goes first and is put
/// back when the new one cannot be made. Neither is left half-done by an interruption.
struct SourceReplacement {
    let session: RegionSession
    let source: BootSource
    let change: BootSourceChange
    let ensurer: SelectionEnsurer

    func run() async throws -> BootSource {
        let selections = try await session.client.selections(of: source.id)
        if let url = change.url, !SourceURL.same(url, source.url) {
            return try await makeBeside(selections)
        }
        return try await makeInPlace(selections)
    }

    // MARK: Beside the old one

    private func makeBeside(_ selections: [BootSourceSelection]) async throws -> BootSource {
        // On 3.8 no two sources can have one name or priority: the new one gets those last.
        var beside = change
        beside.name = nil
        beside.priority = nil
        let made = try await make(beside, selections)
        return try await shielded {
            do {
                try await removeOld()
            } catch {
                try? await session.client.deleteBootSource(made.id)
                throw error
            }
            return try await takeOver(made)
        }
    }

    private func takeOver(_ made: BootSource) async throws -> BootSource {
        let last = BootSourceChange(
            name: change.name, priority: change.priority,
            skipKeyringVerification: change.skipKeyringVerification)
        guard last.name != nil || last.priority != nil else { return made }
        do {
            return try await session.client.updateBootSource(made, last)
        } catch {
            throw WorkflowError(
                .incomplete,
                "boot source \(made.id) took the place of \(source.id), but not its name and "
                    + "priority: \(error.summary)",
                hint: "maas-boot source update \(made.id)\(management)", cause: error)
        }
    }

    // MARK: In its place

    private func makeInPlace(_ selections: [BootSourceSelection]) async throws -> BootSource {
        do {
            try await removeOld()
            return try await make(change, selections)
        } catch {
            return try await shielded {
                guard try await isGone() else { throw error }
                throw await restore(selections, after: error)
            }
        }
    }

    /// Puts the old source back and says how that went.
    private func restore(
        _ selections: [BootSourceSelection], after error: any Error
    ) async -> WorkflowError {
        let problem = Self.summary(error)
        do {
            try await clear()
            let restored = try await make(original, selections)
            return WorkflowError(
                .failed, "boot source \(source.id) could not be made anew: \(problem)",
                hint: "it was put back as boot source \(restored.id), with its keyring and its "
                    + "\(Counted.text(selections.count, "selection")); mend the cause and try again",
                cause: error as? RegionError)
        } catch let second {
            return lost(selections, problem, Self.summary(second), error as? RegionError)
        }
    }

    /// Removes what a creation left behind whose answer got lost.
    private func clear() async throws {
        for other in try await session.client.bootSources()
        where SourceURL.same(other.url, source.url) {
            try await session.client.deleteBootSource(other.id)
        }
    }

    private func lost(
        _ selections: [BootSourceSelection], _ problem: String, _ second: String,
        _ cause: RegionError?
    ) -> WorkflowError {
        let commands =
            ["maas-boot source add \(source.url) --keyring FILE\(management)"]
            + selections.map {
                "maas-boot selection ensure "
                    + "\($0.os)/\($0.release):\($0.arches.joined(separator: ",")) "
                    + "--source \(source.url)"
            }
        return WorkflowError(
            .incomplete,
            "boot source \(source.id) was removed, could not be made anew (\(problem)), and "
                + "could not be put back either (\(second))",
            hint: "put it back by hand: " + commands.joined(separator: "; "), cause: cause)
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

    // MARK: Steps

    /// Makes a source with its selections, or leaves nothing behind.
    private func make(
        _ change: BootSourceChange, _ selections: [BootSourceSelection]
    ) async throws -> BootSource {
        let made = try await session.client.createBootSource(change)
        do {
            for selection in selections {
                try await ensurer.create(SelectionValues(selection), in: made)
            }
        } catch {
            // The error that matters is the first one.
            try? await shielded { try await session.client.deleteBootSource(made.id) }
            throw error
        }
        return made
    }

    /// Removes the old source; an error counts only when it is still there, for an answer can get
    /// lost.
    private func removeOld() async throws {
        do {
            try await session.client.deleteBootSource(source.id)
        } catch {
            guard try await shielded({ try await isGone() }) else { throw error }
        }
    }

    private func isGone() async throws -> Bool {
        try await !session.client.bootSources().contains { $0.id == source.id }
    }

    /// Runs something to its end even when the person interrupts: in a task of its own.
    private func shielded<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await Task { try await body() }.value
    }

    /// The options that give a source its old name and priority (3.8).
    private var management: String {
        source.management.map { " --name '\($0.name)' --priority \($0.priority)" } ?? ""
    }

    private static func summary(_ error: any Error) -> String {
        if error is CancellationError { return "interrupted" }
        guard let error = error as? RegionError else {
            return (error as? WorkflowError)?.message ?? "\(error)"
        }
        if case .transport(let transport) = error.reason, transport.kind == .cancelled {
            return "interrupted"
        }
        return error.summary
    }
}
