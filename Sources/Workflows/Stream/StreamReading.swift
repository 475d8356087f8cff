package import SimpleStreams

/// How streams are read from here: the port through which workflows reach image servers and the
/// keyrings of this machine.
package struct StreamReading: Sendable {
    private let source: @Sendable (StreamAddress) -> any Source
    private let localKeyring: @Sendable (String) -> Keyring?

    /// - Parameters:
    ///   - source: makes the reader of a stream.
    ///   - localKeyring: reads the keyring at a path of this machine; nil when there is none.
    package init(
        source: @escaping @Sendable (StreamAddress) -> any Source,
        localKeyring: @escaping @Sendable (String) -> Keyring? = { try? Keyring(file: $0) }
    ) {
        self.source = source
        self.localKeyring = localKeyring
    }

    /// Reads a stream's catalogue and checks it with these keys.
    ///
    /// - Parameter keyring: nil reads without checking, which the caller must say aloud.
    package func catalogue(
        of address: StreamAddress, keyring: Keyring?
    ) async throws(CatalogueError) -> StreamCatalogue {
        let isChecked = keyring != nil && address.isSigned
        return try await CatalogueReader(
            source: source(address), address: address,
            verifier: Verifier(policy: isChecked ? .required : .skipped, keyring: keyring)
        ).read()
    }

    /// Reads one document of a stream as it is.
    package func document(
        at path: RelativePath, of address: StreamAddress, limit: Int
    ) async throws(SourceError) -> [UInt8] {
        try await source(address).document(at: path, limit: limit)
    }

    /// The keyring that a path on a region's machines means, as far as this machine has it: the same
    /// path, or for Canonical's keyring wherever it lies here.
    package func keyring(atServerPath path: String) -> Keyring? {
        if let same = localKeyring(path) { return same }
        guard path.hasSuffix("/ubuntu-cloudimage-keyring.gpg") else { return nil }
        return Keyring.usualPlaces.lazy.compactMap(localKeyring).first
    }
}
