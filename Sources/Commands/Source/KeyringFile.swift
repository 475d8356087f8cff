internal import FoundationEssentials

/// Reads a keyring from this machine.
enum KeyringFile {
    /// A keyring that regions accept is small; Canonical's has a few kilobytes.
    private static let limit = 1 << 20

    /// The keyring's bytes as gpgv wants them.
    static func binary(at path: String) throws -> Data {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw Failure(
                .notFound, "the keyring cannot be read", received: path,
                hint: "give a file on this machine, or server:PATH for one on the region's")
        }
        guard !bytes.isEmpty, bytes.count <= limit else {
            throw Failure(.usage, "the keyring has \(bytes.count) bytes", received: path)
        }
        return bytes
    }
}
