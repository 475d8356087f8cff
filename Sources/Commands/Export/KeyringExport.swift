internal import FoundationEssentials
internal import MAAS

/// Writes keyrings that regions hold into files beside a document.
struct KeyringExport: Sendable {
    let directory: String
    let region: String

    /// Writes a source's keyring and returns what the document calls it. The file's name comes from
    /// the region and the source's id.
    func write(_ source: BootSource, _ bytes: Data) throws -> String {
        let name = region.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        let path = "\(directory)/\(String(name))-\(source.id).gpg"
        try Directory.make(directory)
        guard PublicFile.write(Array(bytes), to: path, for: .asUmaskSays) == nil else {
            throw Failure(.failed, "cannot write the keyring", received: path)
        }
        return "file:\(path)"
    }
}
