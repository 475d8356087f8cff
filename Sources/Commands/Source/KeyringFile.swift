internal import FoundationEssentials
internal import SimpleStreams

/// Reads a keyring from this machine.
enum KeyringFile {
    /// The keyring's bytes as gpgv and MAAS want them: binary, also when the file is in ASCII armour.
    static func binary(at path: String) throws -> Data {
        var isDirectory = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory {
            throw Failure(
                .usage, "the keyring is a directory", received: path,
                hint: "name the file in it, or server:PATH for one on the region's machines")
        }
        return Data(try Keyring(file: path).bytes)
    }
}

extension KeyringError: FailureConvertible {
    package var failure: Failure {
        let isMissing = reason == .unreadable || reason == .notFound
        return Failure(isMissing ? .notFound : .usage, description, hint: hint)
    }
}
