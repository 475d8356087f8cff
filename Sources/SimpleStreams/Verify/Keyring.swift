internal import FoundationEssentials

/// The public keys a stream's signatures are believed from. gpgv believes each of them.
package struct Keyring: Hashable, Sendable {
    /// One public key.
    package struct Key: Hashable, Sendable {
        /// Its fingerprint.
        package let fingerprint: Fingerprint
        /// When it was made.
        package let created: UpdatedTime
        /// Whom it says it belongs to, as written by its owner; printable.
        package let userIDs: [String]
    }

    /// Bytes in the largest keyring read.
    package static let maximumBytes = 4 << 20

    /// The keys in binary form, which is the only one gpgv reads, and the one MAAS wants.
    package let bytes: [UInt8]
    /// Where it came from, for messages.
    package let origin: String
    /// The primary keys in it; at least one.
    package let keys: [Key]

    /// Takes a keyring, binary or in ASCII armour, one block or several.
    package init(_ bytes: [UInt8], origin: String) throws(KeyringError) {
        guard bytes.count <= Self.maximumBytes else {
            throw KeyringError(origin: origin, reason: .tooLarge)
        }
        do throws(KeyringError.Reason) {
            self.bytes = ASCIIArmour.isClaimed(by: bytes) ? try ASCIIArmour.decode(bytes) : bytes
            keys = try OpenPGPKeys.read(self.bytes)
        } catch {
            throw KeyringError(origin: origin, reason: error)
        }
        self.origin = origin
    }

    /// Reads a keyring from a file.
    package init(file path: String) throws(KeyringError) {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw KeyringError(origin: path, reason: .unreadable)
        }
        try self.init([UInt8](data), origin: path)
    }

    /// Where systems keep the keyring of Ubuntu's image streams: the Debian package's place, then
    /// the one within MAAS's snap.
    package static let usualPlaces = [
        "/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg",
        "/snap/maas/current/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg",
    ]

    /// Finds a keyring: the one that was named, or else the first of the usual ones there is.
    ///
    /// One that was named and cannot be read is an error; nothing else is tried in its stead.
    package static func locate(
        explicit: String?, search places: [String] = usualPlaces
    ) throws(KeyringError) -> Keyring {
        if let explicit { return try Keyring(file: explicit) }
        for place in places where FileManager.default.fileExists(atPath: place) {
            return try Keyring(file: place)
        }
        throw KeyringError(
            origin: places.joined(separator: ", "), reason: .notFound)
    }
}
