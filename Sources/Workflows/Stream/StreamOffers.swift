package import MAAS

/// Reads what a source offers, for a person who wants to choose from it.
package struct StreamOffers: Sendable {
    private let reading: StreamReading

    package init(reading: StreamReading) {
        self.reading = reading
    }

    /// The source's catalogue, and what to say when its signature was not checked.
    package func read(
        _ source: BootSource
    ) async throws -> (catalogue: StreamCatalogue, warning: String?) {
        let address = try StreamAddress(source.url)
        let plan = SourcePlan(action: .nothing(source), change: .init(), warnings: [])
        let keys = try PreflightKeys(plan, reading: reading)
        do {
            let catalogue = try await reading.catalogue(of: address, keyring: keys.keyring)
            guard case .elsewhere(let path) = keys else { return (catalogue, nil) }
            return (
                catalogue,
                "the signature of \(source.url) was not checked: the region's keyring (\(path)) is "
                    + "not on this machine"
            )
        } catch {
            let refusal = PreflightRefusal(error, source.url)
            var hint: String? = refusal.hint
            if case .unreadable = error {
                hint =
                    "look at it from a machine that reaches it: maas-boot source probe \(source.url)"
            }
            throw WorkflowError(refusal.kind, refusal.problem, hint: hint)
        }
    }
}
