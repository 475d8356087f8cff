internal import MAAS
internal import SimpleStreams

/// What a region's sources offer, as far as their streams can be read and verified from here.
package struct SourceOffers: Sendable {
    private let reading: StreamReading
    private let read: [Int: StreamCatalogue]

    /// - Parameter read: catalogues that were read already, by their source's id.
    package init(reading: StreamReading, read: [Int: StreamCatalogue] = [:]) {
        self.reading = reading
        self.read = read
    }

    /// Nil when the stream cannot be read, or not be verified where the region verifies it: what
    /// nobody vouches for is no evidence.
    func catalogue(of source: BootSource) async -> StreamCatalogue? {
        if let known = read[source.id] { return known }
        let plan = SourcePlan(action: .nothing(source), change: .init(), warnings: [])
        guard let address = try? StreamAddress(source.url),
            let keys = try? PreflightKeys(plan, reading: reading)
        else { return nil }
        if case .elsewhere = keys { return nil }
        return try? await reading.catalogue(of: address, keyring: keys.keyring)
    }
}
