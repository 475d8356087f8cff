/// A kernel flavour of an Ubuntu release, which a stream publishes as a product of its own.
package enum SampleKernel: String, Sendable, Hashable, CaseIterable {
    /// The kernel the release came with.
    case ga
    /// That kernel, built for low latency.
    case gaLowlatency
    /// The newer kernel of the hardware enablement stack.
    case hwe
    /// The one that will be the hardware enablement kernel next.
    case hweEdge

    /// The tag `subarch`, such as `hwe-22.04-edge`.
    func subarch(_ release: SampleRelease) -> String {
        switch self {
        case .ga: "ga-\(release.version)"
        case .gaLowlatency: "ga-\(release.version)-lowlatency"
        case .hwe: "hwe-\(release.version)"
        case .hweEdge: "hwe-\(release.version)-edge"
        }
    }

    /// The folder below the version's, named for the kernel without its flavour.
    func folder(_ release: SampleRelease) -> String {
        self == .gaLowlatency ? "ga-\(release.version)" : subarch(release)
    }

    /// The tag `kflavor`.
    var flavour: String { self == .gaLowlatency ? "lowlatency" : "generic" }

    /// The tag `kpackage`: the Debian package the kernel was taken from.
    func package(_ release: SampleRelease) -> String {
        switch self {
        case .ga: "linux-generic"
        case .gaLowlatency: "linux-lowlatency"
        case .hwe: "linux-generic-hwe-\(release.version)"
        case .hweEdge: "linux-generic-hwe-\(release.version)-edge"
        }
    }
}
