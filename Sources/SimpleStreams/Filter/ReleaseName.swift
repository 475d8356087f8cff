/// A release as people name it: `noble`, `24.04`, `ubuntu/noble`, `centos/8`.
struct ReleaseName {
    private let operatingSystem: Substring?
    private let release: Substring

    init(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        operatingSystem = parts.count == 2 ? parts[0] : nil
        release = parts[parts.count - 1]
    }

    /// Whether an item is of this release: by its tag `release`, or by its tag `version`.
    func names(_ item: Item) -> Bool {
        if let operatingSystem, item["os"] != String(operatingSystem) { return false }
        return item["release"] == String(release) || item["version"] == String(release)
    }
}
