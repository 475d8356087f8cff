package import MAAS

/// What a region needs of a source.
package struct PreflightNeeds: Sendable, Equatable {
    package let selections: [BootSourceSelection]
    /// The Ubuntu release that machines commission with, when it has to come from this source.
    package let commissioning: String?
    /// The release that machines get by default, as OS and release.
    package let deployment: [String]

    package init(
        selections: [BootSourceSelection], commissioning: String? = nil, deployment: [String] = []
    ) {
        self.selections = selections
        self.commissioning = commissioning
        self.deployment = deployment
    }

    /// Reads what the region needs of one of its sources.
    package static func read(
        _ source: BootSource, among sources: [BootSource], on client: RegionClient
    ) async throws -> PreflightNeeds {
        async let release = client.setting(.commissioningRelease)
        async let defaultOS = client.setting(.defaultOS)
        async let defaultRelease = client.setting(.defaultRelease)
        let selections = try await client.selections(of: source.id)
        let commissioning = try await release.nonEmptyText
        let isHere = selections.contains {
            $0.os == CommissioningGuard.os && $0.release == commissioning
        }
        let deployment = [
            try await defaultOS.nonEmptyText, try await defaultRelease.nonEmptyText,
        ].compactMap { $0 }
        return PreflightNeeds(
            selections: selections,
            commissioning: isHere || sources.count == 1 ? commissioning : nil,
            deployment: deployment.count == 2 ? deployment : [])
    }
}
