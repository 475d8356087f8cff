internal import MAAS

/// Orders an import where one has to be ordered.
package struct ImportStarter: Sendable {
    private let session: RegionSession

    package init(_ session: RegionSession) {
        self.session = session
    }

    /// Orders an import unless one runs or starts by itself; says which.
    package func start(changedAddress: Bool = false) async throws -> ImportOrder {
        let importing = try await session.client.isImporting()
        let order = ImportOrder(
            version: session.version, importing: importing,
            fetching: session.version.hasSourcePriorities ? try await isFetching() : false,
            changedAddress: changedAddress)
        if case .order(let mayRepeat) = order {
            try await session.client.startImport(mayRepeat: mayRepeat)
        }
        return order
    }

    private func isFetching() async throws -> Bool {
        for resource in try await session.client.bootResources() where resource.type == "Synced" {
            let set = try? await session.client.bootResource(resource.id).newestSet
            if let set, !set.complete, set.arrivedBytes > 0 { return true }
        }
        return false
    }
}
