package import MAAS
package import YAML

/// What a document says: how regions are to be, and which mirrors a site keeps.
package struct Document: Sendable, Equatable {
    /// The one version of the schema there is.
    package static let version = 1

    /// Whether an import is ordered when something changed.
    package var importing = true
    /// What holds for every region, unless the region's own part says otherwise.
    package var common = DocumentPart()
    /// The regions that the document names; empty when it is for whichever region is in use.
    package var regions: [DocumentRegion] = []
    package var mirrors: [DocumentMirror] = []

    package init() {}

    /// Whether it says anything about regions.
    package var concernsRegions: Bool { !regions.isEmpty || !common.isEmpty }

    /// What is to be in the region of that profile. A region's settings are laid over the common
    /// ones, name by name; its sources, where it has any, stand in the common ones' place.
    package func part(for profile: String) -> DocumentPart {
        guard let own = regions.first(where: { $0.profile == profile })?.part else { return common }
        let names = Set(own.settings.map(\.name))
        return DocumentPart(
            settings: common.settings.filter { !names.contains($0.name) } + own.settings,
            sources: own.sources ?? common.sources)
    }
}

/// The part of a document that is about one region, or all.
package struct DocumentPart: Sendable, Equatable {
    package var settings: [DocumentSetting] = []
    /// Nil when the document says nothing about sources, which is not the same as none.
    package var sources: [DocumentSource]?

    package init(settings: [DocumentSetting] = [], sources: [DocumentSource]? = nil) {
        self.settings = settings
        self.sources = sources
    }

    package var isEmpty: Bool { settings.isEmpty && sources == nil }
}

/// A region by its profile, and what is particular to it.
package struct DocumentRegion: Sendable, Equatable {
    package let profile: String
    package let part: DocumentPart
}

/// A setting and the value it is to have.
package struct DocumentSetting: Sendable, Equatable {
    package let name: SettingName
    package let value: SettingValue

    package init(name: SettingName, value: SettingValue) {
        self.name = name
        self.value = value
    }

    /// The settings that a document can hold.
    package static let names: [SettingName] = [
        .bootImagesAutoImport, .bootImagesNoProxy, .httpProxy, .enableHTTPProxy,
        .commissioningRelease, .defaultOS, .defaultRelease,
    ]

    /// Whether the setting names a release whose image has to be there first.
    package static func namesRelease(_ name: SettingName) -> Bool {
        [.commissioningRelease, .defaultOS, .defaultRelease].contains(name)
    }
}

/// A boot source as it is to be. What is nil stays as it is.
package struct DocumentSource: Sendable, Equatable {
    package let url: String
    /// Addresses of sources that are switched to this one in place.
    package var replaces: [String] = []
    package var keyring: KeyringChoice?
    package var name: String?
    package var priority: Int?
    package var enabled: Bool?
    package var skipKeyringVerification: Bool?
    /// Nil when the document says nothing about the source's selections.
    package var selections: [DocumentSelection]?
    /// Where the document says it.
    package var place: YAMLMark?

    package init(url: String) {
        self.url = url
    }
}

/// Images that are to be selected. Lists that are nil stay as they are; a new selection gets `*`.
package struct DocumentSelection: Sendable, Equatable {
    package let os: String
    package let release: String
    package var arches: [String]
    package var subarches: [String]?
    package var labels: [String]?

    package init(
        os: String, release: String, arches: [String], subarches: [String]? = nil,
        labels: [String]? = nil
    ) {
        self.os = os
        self.release = release
        self.arches = arches
        self.subarches = subarches
        self.labels = labels
    }

    package var name: String { "\(os)/\(release)" }
}

/// A mirror that a site keeps: what `mirror sync` takes, by the names of its options.
package struct DocumentMirror: Sendable, Equatable {
    package let directory: String
    package let upstream: String
    package var keyring: String?
    package var path: String?
    package var filters: [String] = []
    /// Lists of `--os`, `--release`, `--arch`, `--subarch` and `--label`.
    package var choices: [String: [String]] = [:]
    package var max: Int?
    package var keep = false
    package var keepDays: Int?
    /// Who signs: what `--sign` takes; nil leaves it as it is.
    package var sign: String?
    /// A directory here that keeps the items of a mirror in an object store.
    package var cache: String?
    package var place: YAMLMark?
}
