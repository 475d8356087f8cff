internal import Glibc

extension DirectoryStore {
    package func partialSize(of file: FileEntry) throws(StoreError) -> Int64 {
        guard file.size >= smallestPart else { return 0 }
        let name = PartRecord.name(of: file)
        let directory = "\(MirrorLayout.ownDirectory)/\(MirrorLayout.parts)/\(name)"
        guard let part = try? RelativePath("\(directory).part"),
            let note = try? RelativePath("\(directory).json"),
            let held = try tree.look(at: part), held.size <= file.size,
            let bytes = try tree.contents(of: note, limit: 1 << 16),
            PartRecord(bytes)?.file == file
        else { return 0 }
        return held.size
    }

    package func begin(_ file: FileEntry) throws(StoreError) -> any ItemWriter {
        // Refuse a planted link before a byte is fetched, not at the end.
        let isSetAside = try tree.look(at: file.path) != nil
        // What has to wait for its name is begun once more when it gets it.
        return try DirectoryItemWriter(
            file, in: tree, isResumable: isSetAside || file.size >= smallestPart)
    }

    package func discardPartials(except kept: [FileEntry]) throws(StoreError) -> Int64 {
        let directory = [MirrorLayout.ownDirectory, MirrorLayout.parts]
        let names = Set(kept.map(PartRecord.name))
        guard let parts = try tree.directory(directory, creating: false) else { return 0 }
        var freed: Int64 = 0
        for name in try tree.names(in: directory) {
            guard let stem = name.split(separator: ".").first, !names.contains(String(stem)) else {
                continue
            }
            var status = stat()
            if fstatat(parts.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.isFile {
                freed += status.item.size
            }
            unlinkat(parts.number, name, 0)
        }
        return freed
    }
}
