/// The program's own profiles, in one file: so that the profiles and which of them is in use change
/// together or not at all.
package struct ProfileStore: Sendable {
    /// The file, mode 0600 in a directory of mode 0700.
    package let path: String
    private let directory: String

    /// The store in this directory, which need not be there yet.
    package init(directory: String) {
        self.directory = directory
        self.path = "\(directory)/profiles.json"
    }

    /// The profiles; none when there is no file yet.
    ///
    /// Throws a failure that names the file when others can read it, or when it is damaged.
    package func load() throws(Failure) -> StoredProfiles {
        guard let bytes = try PrivateFile.read(path) else { return StoredProfiles() }
        do {
            return try StoredProfiles(reading: bytes)
        } catch {
            let failure = Failure(from: error)
            throw Failure(
                .failed, "\(path) cannot be used: \(failure.message)", received: failure.received,
                hint: "move it away and log in again", details: ["path": .string(path)])
        }
    }

    /// Reads the profiles, has them changed, and writes them when they are different then. Two
    /// processes that do so at once follow each other. When `change` throws, nothing is written.
    package func update<Value>(
        _ change: (inout StoredProfiles) throws -> Value
    ) throws -> Value {
        try Directory.make(directory)
        return try FileLock.holding("\(directory)/profiles.lock") {
            let before = try load()
            var profiles = before
            let value = try change(&profiles)
            if profiles != before { try PrivateFile.write(profiles.json, to: path) }
            return value
        }
    }
}
