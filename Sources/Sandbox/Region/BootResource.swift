/// An image on the region, in one or more versions.
package struct BootResource: Sendable, Codable, Equatable {
    package var id: Int
    /// `Synced`, `Uploaded` or `Generated`.
    package var type: String
    package var name: String
    package var architecture: String
    /// What the stream adds, as `subarches`.
    package var extra: [JSONValue.Member]
    package var sets: [ImageSet]
    /// The source the image came from, where one is known.
    package var sourceID: Int?
    package var isBootloader: Bool

    package init(
        id: Int, type: String = "Synced", name: String, architecture: String,
        extra: [JSONValue.Member] = [], sets: [ImageSet] = [], sourceID: Int? = nil,
        isBootloader: Bool = false
    ) {
        self.id = id
        self.type = type
        self.name = name
        self.architecture = architecture
        self.extra = extra
        self.sets = sets
        self.sourceID = sourceID
        self.isBootloader = isBootloader
    }

    /// One version of an image.
    package struct ImageSet: Sendable, Codable, Equatable {
        package var version: String
        package var label: String
        package var files: [StoredFile]

        package init(version: String, label: String, files: [StoredFile]) {
            self.version = version
            self.label = label
            self.files = files
        }

        package var size: Int { files.reduce(0) { $0 + $1.file.size } }
        package var stored: Int { files.reduce(0) { $0 + $1.stored } }
        package var isComplete: Bool { files.allSatisfy(\.isComplete) }
    }

    /// A file of a set and how much of it has arrived.
    package struct StoredFile: Sendable, Codable, Equatable {
        package var file: Catalogue.File
        /// Bytes that have arrived.
        package var stored: Int

        package init(file: Catalogue.File, stored: Int = 0) {
            self.file = file
            self.stored = stored
        }

        package var isComplete: Bool { stored >= file.size }
    }
}
