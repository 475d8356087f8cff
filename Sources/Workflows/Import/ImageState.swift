package import MAAS

/// An image as a region holds it at one moment: its newest set, reduced to what readiness needs.
package struct ImageState: Sendable, Equatable {
    package let id: Int
    /// `ubuntu/noble`.
    package let name: String
    package let arch: String
    /// `ga-24.04`.
    package let subarch: String
    package let isBootloader: Bool
    /// The newest set's version; nil before there is a set.
    package let version: String?
    package let complete: Bool
    package let size: Int
    package let arrived: Double

    package init(
        id: Int, name: String, arch: String, subarch: String, isBootloader: Bool = false,
        version: String?, complete: Bool, size: Int, arrived: Double
    ) {
        self.id = id
        self.name = name
        self.arch = arch
        self.subarch = subarch
        self.isBootloader = isBootloader
        self.version = version
        self.complete = complete
        self.size = size
        self.arrived = arrived
    }

    package init(_ resource: BootResource) {
        let set = resource.newestSet
        self.init(
            id: resource.id, name: resource.name, arch: resource.arch,
            subarch: resource.subarch, isBootloader: resource.isBootloader,
            version: set?.version, complete: set?.complete ?? false, size: set?.size ?? 0,
            arrived: set?.arrivedBytes ?? 0)
    }

    /// Percent of the newest set, rounded down so that only a complete one shows 100.
    package var percent: Int {
        guard size > 0 else { return complete ? 100 : 0 }
        return complete ? 100 : min(99, Int(arrived / Double(size) * 100))
    }
}
