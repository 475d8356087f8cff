package import MAAS

/// What a region is like before a document is applied to it.
package struct RegionSnapshot: Sendable {
    package let version: RegionVersion
    /// All sources with their selections, in the order of their ids.
    package var sources: [RegionStatus.Source]
    /// The settings that were asked for.
    package let settings: [SettingName: SettingValue]

    package init(
        version: RegionVersion, sources: [RegionStatus.Source],
        settings: [SettingName: SettingValue]
    ) {
        self.version = version
        self.sources = sources
        self.settings = settings
    }

    /// Reads the sources and these settings.
    package static func read(
        _ session: RegionSession, settings names: Set<SettingName>
    ) async throws -> RegionSnapshot {
        async let sources = RegionStatus.Source.read(session)
        let settings = try await withThrowingTaskGroup(of: (SettingName, SettingValue).self) {
            group in
            for name in names {
                group.addTask { (name, try await session.client.setting(name)) }
            }
            var found: [SettingName: SettingValue] = [:]
            for try await (name, value) in group { found[name] = value }
            return found
        }
        return RegionSnapshot(
            version: session.version, sources: try await sources, settings: settings)
    }

    /// The release that machines commission with.
    var commissioning: String? { settings[.commissioningRelease]?.nonEmptyText }
}
