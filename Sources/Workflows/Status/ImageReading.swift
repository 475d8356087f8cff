package import MAAS

/// Reads a region's images with their sets, several at a time.
package struct ImageReading: Sendable {
    private let client: RegionClient
    /// Requests at once: enough to hide the round trips, few enough not to burden a region.
    private let parallel = 12

    package init(_ client: RegionClient) {
        self.client = client
    }

    /// All images that `isWanted` keeps. One that vanishes between listing and reading is being
    /// replaced and counts as not there.
    package func all(
        where isWanted: (BootResource) -> Bool = { _ in true }
    ) async throws -> [BootResource] {
        let resources = try await client.bootResources().filter(isWanted)
        return try await withThrowingTaskGroup(of: (Int, BootResource?).self) { group in
            var pending = resources.enumerated().makeIterator()
            func startNext() {
                guard let (index, resource) = pending.next() else { return }
                group.addTask { (index, try await read(resource.id)) }
            }
            for _ in 0..<parallel { startNext() }
            var found: [(Int, BootResource)] = []
            while let (index, resource) = try await group.next() {
                if let resource { found.append((index, resource)) }
                startNext()
            }
            return found.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func read(_ id: Int) async throws -> BootResource? {
        do {
            return try await client.bootResource(id)
        } catch {
            guard case .notFound = error.reason else { throw error }
            return nil
        }
    }
}
