internal import FoundationEssentials

/// What a mirror remembers of signing its own metadata, and which of it is published.
package struct SiteSigning: Hashable, Sendable, Codable {
    /// The key that was asked for; later runs use it without being told.
    package let choice: SigningChoice
    /// The primary key that signed.
    package let fingerprint: Fingerprint
    /// The public key in binary form, for `verify`.
    let keyringData: Data
    /// The digest of the index before it was signed.
    let index: SHA256Digest
    /// The signed documents as they were published.
    let documents: [FileEntry]

    enum CodingKeys: String, CodingKey {
        case choice, fingerprint, index, documents
        case keyringData = "keyring"
    }

    init(
        choice: SigningChoice, key: SiteKey, index: SHA256Digest, documents: [StoredDocument]
    ) {
        self.choice = choice
        fingerprint = key.fingerprint
        keyringData = Data(key.keyring)
        self.index = index
        self.documents = documents.map(\.entry)
    }

    /// The keys by which the mirror's metadata is checked.
    package func keyring() throws(KeyringError) -> Keyring {
        try Keyring([UInt8](keyringData), origin: "the mirror's own record")
    }
}

extension StoredDocument {
    /// The document as a file.
    var entry: FileEntry {
        FileEntry(path: path, size: Int64(bytes.count), sha256: SHA256Digest.of(bytes))
    }
}
