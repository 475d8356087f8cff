/// An import under way.
package struct ImportRun: Sendable, Codable, Equatable {
    /// When it began, in seconds since the epoch.
    package var started: Double
    /// Whether `is_importing` can see it; what a saved source starts by itself on 3.8 it cannot.
    package var isVisible = true
    package var stage: Stage
    /// When the last catalogue it waited for arrived.
    package var ready: Double
    /// Sources and selections as they were at the start: a change makes 3.7 and older start over.
    package var basis: Basis
    /// Images left out, as `name architecture`, because a killed import had begun them (3.8).
    package var skipped: Set<String> = []
    /// Whether the `restart` fault has struck.
    package var hasRestarted = false
    /// Whether what is shown as arriving has really been fetched.
    package var delivery = Delivery.certain

    /// Whether there are files to be fetched from a stream.
    package var comesFromStream = false

    /// What is known of the files on the stream.
    package enum Delivery: Sendable, Codable, Equatable {
        /// They have arrived, or there is no stream.
        case certain
        /// They are being fetched, by the order of this serial number.
        case awaited(Int)
        /// They arrive broken again and again.
        case broken
    }

    /// How far the import has come.
    package enum Stage: Sendable, Codable, Equatable {
        /// Reading metadata; the ids are of the sources whose catalogues are awaited.
        case reading(awaiting: Set<Int>)
        /// Reading metadata in vain: a keyring file is missing, and nothing says so (up to 3.7).
        case aborted
        case downloading(since: Double, items: [Item])
        case stopping(until: Double)
    }

    /// A set being downloaded, and how much of it was there when the download began.
    package struct Item: Sendable, Codable, Equatable {
        package var name: String
        package var architecture: String
        package var version: String
        package var alreadyStored: Int
        package var size: Int

        var missing: Int { size - alreadyStored }

        /// Whether the set belongs to `resource`.
        func isOf(_ resource: BootResource) -> Bool {
            resource.type == "Synced" && resource.name == name
                && resource.architecture == architecture
        }
    }

    /// What an import is made from.
    package struct Basis: Sendable, Codable, Equatable {
        package var urls: [String]
        package var selections: [BootSourceSelection]
    }
}
