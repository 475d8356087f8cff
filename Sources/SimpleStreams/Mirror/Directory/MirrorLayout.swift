/// The names in a mirror's directory that are not upstream's.
package enum MirrorLayout {
    /// All that the engine keeps for itself.
    package static let ownDirectory = ".maas-boot"
    /// Parts of items, below `ownDirectory`.
    static let parts = "partial"
    /// A document or record before it has its name, in `ownDirectory`.
    static let draft = "draft"
    /// Who writes to the mirror, in `ownDirectory`.
    package static let lock = "lock"
    /// Where `sstream-mirror` keeps what it knows.
    static let foreignDirectory = ".data"
    /// Its list of files and their users, in `foreignDirectory`.
    static let foreignReferences = "references.json"

    /// A record's path.
    package static func path(of record: StoreRecord) -> RelativePath? {
        try? RelativePath("\(ownDirectory)/\(record.rawValue).json")
    }
}
