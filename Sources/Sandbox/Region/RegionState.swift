/// Everything a sandbox region knows; all of it can be looked at and set by tests.
package struct RegionState: Sendable, Codable {
    package var flavour: MAASFlavour
    package var users: [RegionUser]
    package var sources: [BootSource] = []
    package var selections: [BootSourceSelection] = []
    package var resources: [BootResource] = []
    package var notifications: [RegionNotification] = []
    package var events: [RegionEvent] = []
    package var settings: [String: JSONValue]
    package var racks: [RackController] = []
    /// What the region remembers of each source's catalogue, by source id.
    package var caches: [Int: CatalogueCache] = [:]
    package var nonces = NonceMemory()
    /// The import that runs, if one does.
    package var importRun: ImportRun?
    /// Region controllers; on 3.5 and later a set is complete when every one of them has it.
    package var regionControllers = 1
    /// The last id given out, by kind.
    package var lastIDs: [String: Int] = [:]
    /// Keyring files that exist on the region's host, beside those really on this machine's disk.
    package var keyringFiles: Set<String> = [DefaultContent.debKeyring, DefaultContent.snapKeyring]
    /// Faults in force; never kept between runs.
    package var faults: [SandboxFault] = []
    /// How long things take; from the configuration, never kept between runs.
    package var pace = Pace()
    /// Catalogues to be fetched over HTTP, which the server picks up after each request.
    package var fetchOrders: [FetchOrder] = []
    /// Files to be downloaded over HTTP, picked up likewise.
    package var downloadOrders: [DownloadOrder] = []
    /// The serial number of the last order.
    package var lastSerial = 0
    /// The serial number of each source's last order for a catalogue: answers to earlier ones are
    /// not wanted any more.
    package var lastFetches: [Int: Int] = [:]
    /// The keyring of the official source the region makes by itself.
    package var officialKeyring = DefaultContent.debKeyring

    package init(flavour: MAASFlavour, users: [RegionUser] = []) {
        self.flavour = flavour
        self.users = users
        settings = SettingsTable.defaults(flavour)
    }

    private enum CodingKeys: String, CodingKey {
        case flavour, users, sources, selections, resources, notifications, events, settings
        case racks, caches, nonces, regionControllers, lastIDs, keyringFiles
    }

    /// The next id of a kind, from 1.
    package mutating func nextID(_ kind: String) -> Int {
        lastIDs[kind, default: 0] += 1
        return lastIDs[kind, default: 0]
    }

    /// A number for the next order.
    package mutating func nextSerial() -> Int {
        lastSerial += 1
        return lastSerial
    }

    /// The system id of the region controller that answers.
    package var systemID: String { "sbxreg" }
}
