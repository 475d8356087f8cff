package import MAAS

extension RegionStatus {
    /// A source and what is selected from it.
    package struct Source: Sendable {
        package let source: BootSource
        package let selections: [BootSourceSelection]

        package init(source: BootSource, selections: [BootSourceSelection]) {
            self.source = source
            self.selections = selections
        }

        /// False only where a source can be switched off (3.8) and is.
        package var isEnabled: Bool { source.management?.enabled != false }

        /// Higher wins; the same for all sources before 3.8.
        var priority: Int { source.management?.priority ?? 0 }

        /// All sources of a region with their selections, in the order of their ids.
        package static func read(_ session: RegionSession) async throws -> [Source] {
            try await read(try await session.client.bootSources(), session)
        }

        /// The selections of these sources, read side by side: regions have a handful at most.
        static func read(
            _ sources: [BootSource], _ session: RegionSession
        ) async throws -> [Source] {
            try await withThrowingTaskGroup(of: Source.self) { group in
                for source in sources {
                    group.addTask {
                        Source(
                            source: source,
                            selections: try await session.client.selections(of: source.id))
                    }
                }
                var found: [Source] = []
                for try await item in group { found.append(item) }
                return found.sorted { $0.source.id < $1.source.id }
            }
        }
    }
}
