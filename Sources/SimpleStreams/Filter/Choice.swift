/// What people choose instead of writing filters; what is empty does not restrict.
///
/// The boot loaders that the chosen architectures need come along, whatever else is chosen:
/// without them nothing boots.
package struct Choice: Hashable, Sendable, Codable {
    /// Operating systems: `ubuntu`, `centos`.
    package let operatingSystems: [String]
    /// Releases by code name or by version number: `noble`, `24.04`, `ubuntu/noble`.
    package let releases: [String]
    /// Architectures as MAAS names them: `amd64`, `arm64`, `ppc64el`.
    package let arches: [String]
    /// Sub-architectures: `ga-24.04`. `generic` and `*` do not restrict.
    package let subarches: [String]
    /// Labels: `stable`, `candidate`.
    package let labels: [String]

    /// A choice.
    package init(
        os operatingSystems: [String] = [], releases: [String] = [], arches: [String] = [],
        subarches: [String] = [], labels: [String] = []
    ) {
        self.operatingSystems = operatingSystems
        self.releases = releases
        self.arches = arches
        self.subarches = subarches
        self.labels = labels
    }

    /// Whether nothing is restricted.
    package var isEverything: Bool {
        operatingSystems.isEmpty && releases.isEmpty && arches.isEmpty && subarches.isEmpty
            && labels.isEmpty
    }

    /// Whether an item is chosen.
    func takes(_ item: Item) -> Bool {
        guard Self.holds(labels, item["label"]) else { return false }
        if let loader = Bootloader(item) { return loader.isNeeded(for: arches) }
        return Self.holds(operatingSystems, item["os"]) && Self.holds(arches, item["arch"])
            && takesRelease(item) && takesSubarch(item)
    }

    private func takesRelease(_ item: Item) -> Bool {
        releases.isEmpty || releases.contains { ReleaseName($0).names(item) }
    }

    private func takesSubarch(_ item: Item) -> Bool {
        subarches.contains("generic") || subarches.contains("*")
            || Self.holds(subarches, item["subarch"])
    }

    private static func holds(_ chosen: [String], _ value: String?) -> Bool {
        chosen.isEmpty || value.map(chosen.contains) == true
    }
}
