internal import Glibc

extension StoreError {
    /// What a failed system call means.
    static func system(_ number: Int32, _ action: String, _ place: String) -> StoreError {
        let detail = "cannot \(action) \(place): \(String(cString: strerror(number)))"
        switch number {
        case ENOSPC, EDQUOT, EFBIG:
            return StoreError(.full, detail, hint: "make room, or mirror less")
        case EROFS:
            return StoreError(.denied, detail, hint: "mount it for writing")
        case EACCES, EPERM:
            return StoreError(.denied, detail, hint: "run as the owner of the mirror's directory")
        case ELOOP, ENOTDIR, EISDIR, EMLINK:
            return .planted(place)
        case EIO:
            return StoreError(.damaged, detail, hint: "look after the disk: see dmesg")
        default:
            return StoreError(.failed, detail)
        }
    }

    /// Something stands where the mirror's own file or directory should be.
    static func planted(_ place: String) -> StoreError {
        StoreError(
            .planted,
            "\(place) is a symbolic link, or not the kind of file that belongs there; "
                + "links inside a mirror are not followed",
            hint: "look at it, and move it out of the mirror")
    }
}
