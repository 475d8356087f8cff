/// One state of a line: what it publishes between two changes upstream.
///
/// Publication `n` holds the versions `n`, `n+1`, … up to the configured count, so the next one
/// adds the newest and drops the oldest, as images.maas.io does about every two weeks.
struct SamplePublication: Sendable {
    let line: StreamLine
    let number: Int
    /// When its documents were written, in seconds since 1970.
    let updated: Int64
    let contents: [SampleContentID]
    /// Every file by its path.
    let items: [String: SampleItem]

    init(
        line: StreamLine, number: Int, updated: Int64, configuration: SampleStreamConfiguration,
        files: SampleFiles
    ) {
        let label = line.rawValue
        let versions = (0..<max(1, configuration.versions)).map { StreamTime.version(number + $0) }
        let days = versions.map { String($0.prefix(8)) }
        var contents: [SampleContentID] = []
        if configuration.includeBootloaders {
            contents.append(
                BootloaderProducts(label: label, files: files, versions: days.map { $0 + ".0" })
                    .contentID())
        }
        if configuration.includeCentOS {
            contents.append(
                CentOSProducts(label: label, files: files, versions: days.map { $0 + "_01" })
                    .contentID())
        }
        contents.append(
            UbuntuProducts(
                label: label, configuration: configuration, files: files, versions: versions
            ).contentID())
        self.line = line
        self.number = number
        self.updated = updated
        self.contents = contents
        self.items = Self.index(contents)
    }

    /// The product that faults of a single item befall: the first of the Ubuntu images.
    var victim: SampleProduct? { contents.last?.products.first }

    /// The item they befall: that product's newest squashfs.
    var victimItem: SampleItem? {
        victim?.versions.last?.items.first { $0.name == "squashfs" }
    }

    private static func index(_ contents: [SampleContentID]) -> [String: SampleItem] {
        var items: [String: SampleItem] = [:]
        for item in contents.flatMap(\.products).flatMap(\.versions).flatMap(\.items) {
            items[item.path] = item
        }
        return items
    }
}
