internal import CFiles
internal import Glibc

extension DirectoryStore {
    /// What an unprivileged user can still write to the volume; of a directory that does not exist,
    /// to the volume of the nearest one above that does.
    package func freeSpace() throws(StoreError) -> Int64? {
        var status = statvfs()
        var place = tree.root
        while statvfs(place, &status) != 0 {
            guard errno == ENOENT else { throw .system(errno, "look at the volume of", place) }
            let shorter = place.split(separator: "/").dropLast().joined(separator: "/")
            let above = place.hasPrefix("/") ? "/" + shorter : (shorter.isEmpty ? "." : shorter)
            guard above != place else { return nil }
            place = above
        }
        let (bytes, isHuge) = UInt64(status.f_bavail)
            .multipliedReportingOverflow(by: UInt64(status.f_frsize))
        return isHuge ? nil : Int64(clamping: bytes)
    }

    package func flush() throws(StoreError) {
        guard let root = try tree.rootHandle(creating: false) else { return }
        guard syncfs(root) == 0 else { throw .system(errno, "write out", tree.root) }
    }
}
