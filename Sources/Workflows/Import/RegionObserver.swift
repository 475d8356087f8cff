internal import MAAS

/// Reads from a region what readiness is judged by.
struct RegionObserver: Sendable {
    let session: RegionSession
    let baseline: ImportBaseline
    let stopwatch: Stopwatch
    /// Requests at once: enough to hide the round trips, few enough not to burden a region.
    private let parallelReads = 6

    func observe() async throws -> Observation {
        let elapsed = stopwatch.elapsed
        async let importing = session.client.isImporting()
        async let notices = session.client.notifications()
        let events = await importEvents()
        let images = try await images()
        return Observation(
            elapsed: elapsed, importing: try await importing, images: images,
            notices: try await notices, events: events)
    }

    private func importEvents() async -> [Event]? {
        guard let last = baseline.lastEvent else { return nil }
        return try? await session.client.events(after: last).filter(\.isAboutImport)
    }

    /// The newest set of every synced image. Images that vanish between listing and reading are
    /// being replaced and count as not there.
    private func images() async throws -> [ImageState] {
        let resources = try await session.client.bootResources().filter { $0.type == "Synced" }
        return try await withThrowingTaskGroup(of: BootResource?.self) { group in
            var pending = resources.makeIterator()
            for _ in 0..<parallelReads {
                if let next = pending.next() { group.addTask { try await read(next.id) } }
            }
            var states: [ImageState] = []
            while let resource = try await group.next() {
                if let resource { states.append(ImageState(resource)) }
                if let next = pending.next() { group.addTask { try await read(next.id) } }
            }
            return states.sorted {
                ($0.name, $0.arch, $0.subarch, $0.id) < ($1.name, $1.arch, $1.subarch, $1.id)
            }
        }
    }

    private func read(_ id: Int) async throws -> BootResource? {
        do {
            return try await session.client.bootResource(id)
        } catch {
            guard case .notFound = error.reason else { throw error }
            return nil
        }
    }
}
