internal import MAAS
internal import SimpleStreams

/// Looks at the stream that a plan points a region at, before anything is changed.
package struct PreflightCheck: Sendable {
    private let reading: StreamReading
    private let mode: PreflightMode

    package init(reading: StreamReading, mode: PreflightMode) {
        self.reading = reading
        self.mode = mode
    }

    /// What was found.
    package struct Outcome: Sendable {
        /// Nil when the stream was not, or could not be, read from here.
        package var catalogue: StreamCatalogue?
        package var warnings: [String]

        package init(catalogue: StreamCatalogue? = nil, warnings: [String] = []) {
            self.catalogue = catalogue
            self.warnings = warnings
        }
    }

    /// Reads the stream and compares it with the needs. Throws what keeps the change from being
    /// made; with `warn`, that becomes a warning.
    package func run(_ plan: SourcePlan, needs: PreflightNeeds) async throws -> Outcome {
        guard mode != .off, let url = plan.change.url ?? plan.current?.url else { return Outcome() }
        do {
            return try await look(plan, url, needs)
        } catch let refusal as PreflightRefusal {
            guard mode == .warn else { throw refusal.error(url) }
            return Outcome(warnings: ["\(url) will not do: \(refusal.problem)"])
        }
    }

    private func look(
        _ plan: SourcePlan, _ url: String, _ needs: PreflightNeeds
    ) async throws -> Outcome {
        let address = try StreamAddress(url)
        let keys = try PreflightKeys(plan, reading: reading)
        var outcome = Outcome()
        let catalogue: StreamCatalogue
        do {
            catalogue = try await reading.catalogue(of: address, keyring: keys.keyring)
        } catch {
            try Task.checkCancellation()
            guard case .unreadable = error, OfficialStream(url: url) != nil else {
                throw PreflightRefusal(error, url)
            }
            outcome.warnings = [
                "\(url) was not checked, for it cannot be read from here: \(error.summary)"
            ]
            return outcome
        }
        if case .elsewhere(let path) = keys {
            outcome.warnings.append(
                "the signature of \(url) was not checked: the region's keyring (\(path)) is not "
                    + "on this machine")
        }
        outcome.warnings += Preflight.warnings(catalogue, needs)
        let problems = Preflight.problems(catalogue, needs)
        guard problems.isEmpty else { throw PreflightRefusal(lacking: problems, catalogue) }
        // A catalogue that nobody vouched for is good for a look, and no evidence afterwards.
        if case .elsewhere = keys { return outcome }
        outcome.catalogue = catalogue
        return outcome
    }
}
