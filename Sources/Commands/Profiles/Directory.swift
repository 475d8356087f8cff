internal import Glibc

/// Paths of directories.
enum DirectoryPath {
    /// The directory that holds the path's last part.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

/// Makes directories, and makes what happened in them last.
enum Directory {
    /// Makes the directory with mode 0700, and those above it, where they are missing.
    static func make(_ path: String) throws(Failure) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        let parent = DirectoryPath.parent(of: path)
        guard errno == ENOENT, parent != path else {
            throw PrivateFile.refused("make", path, errno)
        }
        try make(parent)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw PrivateFile.refused("make", path, errno)
        }
    }

    /// Has the system write the directory's entries to the disk.
    static func sync(_ path: String) throws(Failure) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw PrivateFile.refused("open", path, errno) }
        defer { close(descriptor) }
        fsync(descriptor)
    }
}
