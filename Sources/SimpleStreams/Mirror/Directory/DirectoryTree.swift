internal import CFiles
internal import Glibc
internal import Synchronization

/// The files below one directory, reached from an open handle on it and step by step.
///
/// No symbolic link below the directory is followed, whoever put it there; the directory itself may
/// be named through one. Files are 0644 and directories 0755 whatever the umask is, for a web
/// server reads them.
final class DirectoryTree: Sendable {
    /// The directory as it was named.
    let root: String
    private let handle = Mutex<Int32?>(nil)

    init(root: String) {
        self.root = root
    }

    deinit {
        if let number = handle.withLock({ $0 }) { close(number) }
    }

    /// A path within, for messages.
    func place(_ path: String) -> String {
        root.hasSuffix("/") ? root + path : "\(root)/\(path)"
    }

    /// The handle on the directory; nil when it does not exist.
    func rootHandle(creating: Bool) throws(StoreError) -> Int32? {
        if let known = handle.withLock({ $0 }) { return known }
        if creating { try createRoot() }
        let number = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else {
            if errno == ENOENT, !creating { return nil }
            if errno == ENOTDIR {
                throw StoreError(.failed, "\(root) is not a directory")
            }
            throw .system(errno, "open", root)
        }
        return handle.withLock { held in
            // Another thread may have been faster.
            guard let first = held else {
                held = number
                return number
            }
            close(number)
            return first
        }
    }

    private func createRoot() throws(StoreError) {
        guard access(root, F_OK) != 0 else { return }
        // Those above it as well, for a web server has to come through.
        guard DirectoryChain.make(root, mode: 0o755) == nil else {
            throw StoreError(
                .denied, "cannot make the directory \(root)",
                hint: "make it, and give it to the user that mirrors")
        }
    }

    /// Opens the directory that holds a path; nil when it is not there.
    func parent(of path: RelativePath, creating: Bool) throws(StoreError) -> Descriptor? {
        try directory(path.components.dropLast().map(String.init), creating: creating)
    }

    /// Opens a directory by its names from the root; nil when it is not there.
    func directory(_ names: [String], creating: Bool) throws(StoreError) -> Descriptor? {
        guard let root = try rootHandle(creating: creating) else { return nil }
        // In one step where the kernel can, and where the directory is there: a mirror has
        // thousands of files, six directories deep.
        guard let last = names.last else { return try walk(names, from: root, creating: creating) }
        let path = names.joined(separator: "/")
        if let found = Descriptor(cfiles_open_beneath(root, path, UInt64(Self.directoryFlags))) {
            return found
        }
        guard errno == ENOENT else { return try walk(names, from: root, creating: creating) }
        // Mostly it is the last one alone that is missing.
        guard creating, let parent = try directory(Array(names.dropLast()), creating: true) else {
            return nil
        }
        return try make(last, in: parent.number, place(path))
    }

    /// Opens a directory name by name: makes those that are missing, and tells which one is in the
    /// way.
    private func walk(
        _ names: [String], from root: Int32, creating: Bool
    ) throws(StoreError) -> Descriptor? {
        guard var current = Descriptor(fcntl(root, F_DUPFD_CLOEXEC, 0)) else { return nil }
        for (depth, name) in names.enumerated() {
            let place = place(names[...depth].joined(separator: "/"))
            guard
                let next = try step(from: current.number, to: name, place, creating: creating)
            else { return nil }
            current = next
        }
        return current
    }

    private static let directoryFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

    private func step(
        from parent: Int32, to name: String, _ place: String, creating: Bool
    ) throws(StoreError) -> Descriptor? {
        if let found = Descriptor(openat(parent, name, Self.directoryFlags)) { return found }
        guard errno == ENOENT else { throw .system(errno, "open", place) }
        return creating ? try make(name, in: parent, place) : nil
    }

    /// Makes a directory, where nobody was faster, and opens it.
    private func make(
        _ name: String, in parent: Int32, _ place: String
    ) throws(StoreError) -> Descriptor {
        let isMade = mkdirat(parent, name, 0o755) == 0
        guard isMade || errno == EEXIST else { throw .system(errno, "make", place) }
        guard let found = Descriptor(openat(parent, name, Self.directoryFlags)) else {
            throw .system(errno, "open", place)
        }
        if isMade { fchmod(found.number, 0o755) }
        return found
    }

    /// Opens a plain file for reading; nil when it is not there.
    func file(_ path: RelativePath) throws(StoreError) -> Descriptor? {
        guard let parent = try parent(of: path, creating: false) else { return nil }
        return try file(named: path.name, in: parent, place(path.text))
    }

    /// Opens a plain file of a directory for reading; nil when it is not there.
    func file(
        named name: String, in parent: borrowing Descriptor, _ place: String
    ) throws(StoreError) -> Descriptor? {
        // O_NONBLOCK: opening a planted FIFO must not wait for a writer.
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        guard let file = Descriptor(openat(parent.number, name, flags)) else {
            if errno == ENOENT { return nil }
            throw .system(errno, "open", place)
        }
        guard file.status()?.isFile == true else { throw .planted(place) }
        return file
    }

    /// Looks at a plain file without opening it; nil when it is not there.
    func look(at path: RelativePath) throws(StoreError) -> StoredItem? {
        guard let parent = try parent(of: path, creating: false) else { return nil }
        return try look(at: path, in: parent)
    }

    /// Looks at a plain file whose directory is open; nil when it is not there.
    func look(
        at path: RelativePath, in parent: borrowing Descriptor
    ) throws(StoreError) -> StoredItem? {
        var status = stat()
        guard fstatat(parent.number, path.name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return nil }
            throw .system(errno, "look at", place(path.text))
        }
        guard status.isFile else { throw .planted(place(path.text)) }
        return status.item
    }
}
