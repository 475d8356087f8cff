internal import FoundationEssentials
internal import Glibc

/// Directories for secret keys, which nobody else may read.
enum SigningPlace {
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

    /// Copies a directory and all in it, for its owner alone.
    static func copy(_ path: String, to copy: String) throws(SigningError) {
        do {
            try FileManager.default.copyItem(atPath: path, toPath: copy)
        } catch {
            throw .place(path, said: PrintableText.quote("\(error)"))
        }
        close(copy)
    }

    /// Removes a directory and all in it.
    static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

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
