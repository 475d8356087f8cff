/// Files that an import wants from streams on this machine.
package struct DownloadOrder: Sendable, Equatable {
    /// Tells the import's order from those of earlier ones.
    package var serial: Int
    /// Files with a URL each, none twice.
    package var files: [Catalogue.File]

    package init(serial: Int, files: [Catalogue.File]) {
        self.serial = serial
        self.files = files
    }
}

/// How the files of an order arrived.
package struct DownloadOutcome: Sendable, Equatable {
    /// URLs that the server refused, as with 404.
    package var gone: [String] = []
    /// URLs of files whose connection broke or whose size or sha256 was another.
    package var wrong: [String] = []

    package init() {}

    /// Whether every file arrived as it should be.
    package var isGood: Bool { gone.isEmpty && wrong.isEmpty }
}
