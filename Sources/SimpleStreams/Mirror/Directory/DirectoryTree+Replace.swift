internal import Glibc

extension DirectoryTree {
    /// Replaces a file at once and as a whole: whoever reads sees the old one or the new one.
    func replace(_ path: RelativePath, with bytes: [UInt8]) throws(StoreError) {
        let place = place(path.text)
        guard let parent = try parent(of: path, creating: true) else {
            throw .system(ENOENT, "open", place)
        }
        // A directory or a link at the name is not ours to replace.
        _ = try file(named: path.name, in: parent, place)
        guard let stage = try directory([MirrorLayout.ownDirectory], creating: true) else {
            throw .system(ENOENT, "open", place)
        }
        try write(bytes, named: MirrorLayout.draft, in: stage, place)
        guard renameat(stage.number, MirrorLayout.draft, parent.number, path.name) == 0 else {
            throw .system(errno, "replace", place)
        }
        fsync(parent.number)
    }

    private func write(
        _ bytes: [UInt8], named name: String, in directory: borrowing Descriptor, _ place: String
    ) throws(StoreError) {
        unlinkat(directory.number, name, 0)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        guard let file = Descriptor(openat(directory.number, name, flags, 0o644)) else {
            throw .system(errno, "write", place)
        }
        fchmod(file.number, 0o644)
        if let number = file.write(bytes.span.bytes) { throw .system(number, "write", place) }
        // Its bytes are safe before its name is, or a loss of power could leave an empty file.
        guard fsync(file.number) == 0 else { throw .system(errno, "write", place) }
    }

    /// Reads a file whole; nil when it is not there.
    func contents(of path: RelativePath, limit: Int) throws(StoreError) -> [UInt8]? {
        guard let file = try file(path) else { return nil }
        var bytes: [UInt8] = []
        let failure = file.read { piece in
            piece.withUnsafeBytes { bytes.append(contentsOf: $0) }
            return bytes.count <= limit
        }
        if let failure { throw .system(failure, "read", place(path.text)) }
        guard bytes.count <= limit else {
            throw StoreError(.damaged, "\(place(path.text)) has more than \(limit) bytes")
        }
        return bytes
    }

    /// Deletes a file, and the directories above it that are empty then. Returns whether it was
    /// there.
    func remove(_ path: RelativePath) throws(StoreError) {
        var names = path.components.map(String.init)
        guard let parent = try parent(of: path, creating: false) else { return }
        guard try look(at: path) != nil else { return }
        guard unlinkat(parent.number, path.name, 0) == 0 else {
            throw .system(errno, "delete", place(path.text))
        }
        names.removeLast()
        while let name = names.popLast() {
            guard let above = try directory(names, creating: false),
                unlinkat(above.number, name, AT_REMOVEDIR) == 0
            else { return }
        }
    }

    /// The names in a directory; none when it is not there.
    func names(in directory: [String]) throws(StoreError) -> [String] {
        guard let handle = try self.directory(directory, creating: false),
            let stream = fdopendir(fcntl(handle.number, F_DUPFD_CLOEXEC, 0))
        else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
