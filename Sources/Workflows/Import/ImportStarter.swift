internal import MAAS

/// Orders an import where one has to be ordered.
package struct ImportStarter: Sendable {
    private let session: RegionSession

    package init(_ session: RegionSession) {
        self.session = session
    }

    /// Orders an import unless one runs or starts by itself; says which.
    package func start(changedAddress: Bool = false) async throws -> ImportOrder {
        let order = try await decide(changedAddress: changedAddress)
        if case .order(let mayRepeat) = order {
            try await session.client.startImport(mayRepeat: mayRepeat)
        }
        return order
    }

    /// Orders the import that belongs to a change, which is made and stays when this fails.
    ///
    /// - Parameter deed: what was done, as a sentence begins.
    package func start(
        after deed: String, changedAddress: Bool = false
    ) async throws -> ImportOrder {
        do {
            return try await start(changedAddress: changedAddress)
        } catch let error as RegionError {
            throw WorkflowError(
                .partly, "\(deed), but the import could not be ordered: \(error.summary)",
                hint: "order it: maas-boot import start", cause: error)
        }
    }

    /// Orders an import once the one that runs has ended, for that does not know what was changed
    /// since it began. Nil when it goes on for two hours.
    package func startBehind(on clock: any Clock<Duration>) async throws -> ImportOrder? {
        let stopwatch = Stopwatch(clock)
        while stopwatch.elapsed < .seconds(7200) {
            try await clock.sleep(for: .seconds(5))
            let order = try await start()
            if case .order = order { return order }
        }
        return nil
    }

    /// Asks no more than the decision needs.
    private func decide(changedAddress: Bool) async throws -> ImportOrder {
        let version = session.version
        let importing =
            changedAddress && version.hasSourcePriorities
            ? false : try await session.client.isImporting()
        let mayBeUnseen = version.hasSourcePriorities && !changedAddress && !importing
        return ImportOrder(
            version: version, importing: importing,
            fetching: mayBeUnseen ? try await isFetching() : false, changedAddress: changedAddress)
    }

    /// Whether an image is on its way. Boot loaders do not count: one can stay unfinished for ever.
    /// A failing answer is no "no", for an order would kill the import that it hides.
    private func isFetching() async throws -> Bool {
        try await ImageReading(session.client).all { $0.type == "Synced" && !$0.isBootloader }
            .contains { $0.sets?.contains { !$0.complete && $0.arrivedBytes > 0 } == true }
    }
}
