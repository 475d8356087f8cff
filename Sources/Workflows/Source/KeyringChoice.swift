package import FoundationEssentials
package import MAAS

/// Which keys a source's metadata is checked with.
package enum KeyringChoice: Sendable, Equatable {
    /// The path that the region's official source shows, so that it fits a package and a snap.
    case auto
    /// A path on the region's machines.
    case serverPath(String)
    /// A binary keyring to store in the region, and the file it came from.
    case upload(Data, from: String)

    /// Where Debian's package and the snap keep Canonical's key.
    package static let debianPath = "/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg"
    package static let snapPath =
        "/snap/maas/current/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg"

    /// Where to find Canonical's key on a region's machines.
    static let placesHint =
        "give the path on the region: --keyring server:\(debianPath) for a Debian package, "
        + "--keyring server:\(snapPath) for the snap"

    /// What to send for `source`, given all of the region's sources. Nil leaves the keyring alone.
    package func change(
        for source: BootSource?, among sources: [BootSource]
    ) throws(WorkflowError) -> BootSourceChange.Keyring? {
        switch self {
        case .serverPath(let path):
            return source?.keyringFilename == path ? nil : .filename(path)
        case .upload(let bytes, _):
            return source?.keyringData == .bytes(bytes) ? nil : .data(bytes)
        case .auto:
            let path = try Self.officialPath(source, sources)
            return source?.keyringFilename == path ? nil : .filename(path)
        }
    }

    private static func officialPath(
        _ source: BootSource?, _ sources: [BootSource]
    ) throws(WorkflowError) -> String {
        let ownFirst = [source].compactMap { $0 } + sources
        let official = ownFirst.first {
            $0.keyringFilename.hasSuffix("/ubuntu-cloudimage-keyring.gpg")
        }
        if let official { return official.keyringFilename }
        throw WorkflowError(
            .invalidInput, "no boot source of the region shows where its keyring lies",
            hint: placesHint)
    }
}
