internal import FoundationEssentials
internal import SimpleStreams

/// Reads a keyring from this machine.
enum KeyringFile {
    /// The keyring's bytes as gpgv and MAAS want them: binary, also when the file is in ASCII armour.
    static func binary(at path: String) throws -> Data {
        Data(try Keyring(file: path).bytes)
    }
}

extension KeyringError: FailureConvertible {
    package var failure: Failure {
        let isMissing = reason == .unreadable || reason == .notFound
        return Failure(isMissing ? .notFound : .usage, description, hint: hint)
    }
}
