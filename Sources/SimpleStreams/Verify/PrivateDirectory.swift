internal import FoundationEssentials
internal import Glibc

/// A directory for the files of one run of gpgv, which nobody else may read or write.
struct PrivateDirectory: Sendable {
    private let url: URL
    private let document: String

    /// Makes the directory, with an empty one in it as GnuPG's home.
    init(below parent: URL, document: String) throws(VerificationError) {
        self.document = document
        url = parent.appending(path: "maas-boot-gpgv-\(UUID().uuidString)")
        // mkdir, for it fails where something stands already, and is never wider than 0700.
        for directory in [url, url.appending(path: "home")] where mkdir(directory.path, 0o700) != 0
        {
            let said = "cannot make \(directory.path): \(String(cString: strerror(errno)))"
            throw VerificationError(document: document, reason: .temporaryFiles(said))
        }
    }

    func path(of name: String) -> String { url.appending(path: name).path }

    /// Writes a file and returns its path.
    func write(_ bytes: [UInt8], to name: String) throws(VerificationError) -> String {
        do {
            try Data(bytes).write(to: url.appending(path: name))
        } catch {
            throw VerificationError(document: document, reason: .temporaryFiles("\(error)"))
        }
        return path(of: name)
    }

    /// The content of a file; nil when there is none.
    func read(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: url.appending(path: name))).map { [UInt8]($0) }
    }

    /// Removes the directory and all in it.
    func remove() {
        try? FileManager.default.removeItem(at: url)
    }
}
