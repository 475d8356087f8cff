package import FoundationEssentials
package import MAAS

/// Everything the doctor judges by, read from a region. What could not be read is nil.
package struct Examination: Sendable {
    package var url: String
    package var signature: String
    package var version: RegionVersion
    package var serverTime: Date?
    package var localTime: Date
    package var user: RegionUser?
    /// Nil when the key may not list sources.
    package var sources: [RegionStatus.Source]?
    package var settings: [SettingName: SettingValue]
    package var images: [ImageState]
    package var importing: Bool
    package var notices: [Notification]
    /// Rack controllers and what they hold; regions up to 3.4 only.
    package var racks: [(hostname: String, state: RackImageState)]
    package var regionControllers: Int

    package init(
        url: String, signature: String, version: RegionVersion, serverTime: Date? = nil,
        localTime: Date, user: RegionUser? = nil, sources: [RegionStatus.Source]? = nil,
        settings: [SettingName: SettingValue] = [:], images: [ImageState] = [],
        importing: Bool = false, notices: [Notification] = [],
        racks: [(hostname: String, state: RackImageState)] = [], regionControllers: Int = 1
    ) {
        self.url = url
        self.signature = signature
        self.version = version
        self.serverTime = serverTime
        self.localTime = localTime
        self.user = user
        self.sources = sources
        self.settings = settings
        self.images = images
        self.importing = importing
        self.notices = notices
        self.racks = racks
        self.regionControllers = regionControllers
    }
}
