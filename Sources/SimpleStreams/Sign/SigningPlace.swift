internal import FoundationEssentials
internal import Glibc

/// Directories for secret keys, which nobody else may read.
package enum SigningPlace {
    /// Makes a directory that is removed after the run.
    ///
    /// Its path is short, for GnuPG puts sockets into it, whose paths may have 107 bytes: 54 and
    /// `/maas-boot-key-0123456789ABC/home/S.gpg-agent.browser`.
    static func makeTemporary(in parent: URL) throws(SigningError) -> String {
        let wanted = parent.path
        let base = wanted.utf8.count <= 54 ? wanted : "/tmp"
        let path = "\(base.hasSuffix("/") ? String(base.dropLast()) : base)/maas-boot-key-\(mark())"
        guard mkdir(path, 0o700) == 0 else {
            throw .place(path, said: String(cString: strerror(errno)))
        }
        return path
    }

    /// A part of a name that nothing else has.
    static func mark() -> String { String(UInt64.random(in: .min ... .max), radix: 36) }

    /// Copies a directory and its files and directories, for its owner alone.
    ///
    /// An agent that ends takes its sockets along while this goes on: they are no part of a home, and
    /// what is gone meanwhile was none either.
    static func copy(_ path: String, to copy: String) throws(SigningError) {
        do {
            try FileManager.default.createDirectory(
                atPath: copy, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
            for name in try FileManager.default.subpathsOfDirectory(atPath: path).sorted() {
                try copyPart("\(path)/\(name)", to: "\(copy)/\(name)")
            }
        } catch {
            throw .place(path, said: PrintableText.quote("\(error)"))
        }
        close(copy)
    }

    private static func copyPart(_ part: String, to copy: String) throws {
        switch kind(of: part) {
        case S_IFDIR:
            try FileManager.default.createDirectory(
                atPath: copy, withIntermediateDirectories: false)
        case S_IFREG:
            do {
                try FileManager.default.copyItem(atPath: part, toPath: copy)
            } catch  where kind(of: part) == nil {}
        default: break
        }
    }

    /// What stands at a path, as `S_IFMT` has it; nil for nothing.
    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// Removes a directory and all in it.
    ///
    /// An agent that ends takes its sockets along, and a removal that meets one gone stops there, with
    /// the keys still in place: so it goes on until nothing is left.
    package static func remove(_ path: String) {
        for _ in 1...attempts {
            if (try? FileManager.default.removeItem(atPath: path)) != nil || kind(of: path) == nil {
                return
            }
        }
    }

    /// Far more than an agent has sockets.
    private static let attempts = 1000

    /// Takes every right from others than the owner, of the directory and of all in it.
    static func close(_ path: String) {
        chmod(path, 0o700)
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        for name in names {
            let place = "\(path)/\(name)"
            var status = stat()
            guard lstat(place, &status) == 0 else { continue }
            chmod(place, status.st_mode & S_IFMT == S_IFDIR ? 0o700 : 0o600)
        }
    }
}
