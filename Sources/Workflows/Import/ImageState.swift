package import MAAS

/// An image as a region holds it at one moment, reduced to what readiness needs.
package struct ImageState: Sendable, Equatable {
    package let id: Int
    /// `ubuntu/noble`.
    package let name: String
    package let arch: String
    /// `ga-24.04`.
    package let subarch: String
    package let isBootloader: Bool
    /// The version of the set that counts: one that is being fetched, else the newest; nil before
    /// there is a set. A switch back fetches a version that is older than the one still held.
    package let version: String?
    package let complete: Bool
    package let size: Int
    package let arrived: Double
    /// Every version that is held completely.
    package let completeVersions: Set<String>

    /// - Parameter completeVersions: when left out, the set that counts is the only one.
    package init(
        id: Int, name: String, arch: String, subarch: String, isBootloader: Bool = false,
        version: String?, complete: Bool, size: Int, arrived: Double,
        completeVersions: Set<String>? = nil
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
        self.completeVersions =
            completeVersions ?? Set(complete ? [version].compactMap { $0 } : [])
    }

    package init(_ resource: BootResource) {
        let sets = resource.sets ?? []
        let set = sets.first { !$0.complete } ?? sets.first
        self.init(
            id: resource.id, name: resource.name, arch: resource.arch,
            subarch: resource.subarch, isBootloader: resource.isBootloader,
            version: set?.version, complete: set?.complete ?? false, size: set?.size ?? 0,
            arrived: set?.arrivedBytes ?? 0,
            completeVersions: Set(sets.filter(\.complete).map(\.version)))
    }

    /// `amd64/ga-24.04`.
    package var architecture: String { "\(arch)/\(subarch)" }

    /// What stays the same when a region gives an image a new id.
    var key: String { "\(name) \(architecture)" }

    /// Percent of the set that counts, rounded down so that only a complete one shows 100.
    package var percent: Int {
        guard size > 0 else { return complete ? 100 : 0 }
        return complete ? 100 : min(99, Int(arrived / Double(size) * 100))
    }
}
