internal import FoundationEssentials
internal import Synchronization

/// A signed image stream as images.maas.io publishes it: two lines, each with an index, products
/// documents and items, all made up.
///
/// Items are functions of the seed and their path, made when they are asked for; documents are
/// signed by gpg when they are first asked for. `stop` must be called in the end, for an agent
/// holds the secret keys until then.
package final class SampleStream: Sendable {
    package let configuration: SampleStreamConfiguration
    let keys: SampleKeys
    let files: SampleFiles
    /// When the first publication was written, in seconds since 1970.
    private let epoch: Int64
    private let state: Mutex<State>

    private struct State {
        var current: [StreamLine: Int] = [:]
        var publications: [PublicationKey: SamplePublication] = [:]
        var documents: [DocumentKey: [UInt8]] = [:]
    }

    private struct PublicationKey: Hashable {
        let line: StreamLine
        let number: Int
    }

    private struct DocumentKey: Hashable {
        let line: StreamLine
        let document: StreamDocumentName
        let variant: StreamVariant
    }

    /// The number of the first publication of `stable`, so that there are earlier ones to roll
    /// back to.
    private static let firstPublication = 10

    private init(_ configuration: SampleStreamConfiguration, keys: SampleKeys) {
        self.configuration = configuration
        self.keys = keys
        files = SampleFiles(configuration)
        epoch = configuration.updated ?? Int64(Date.now.timeIntervalSince1970) - 3600
        state = Mutex(
            State(
                current: Dictionary(
                    uniqueKeysWithValues: StreamLine.allCases.map {
                        ($0, Self.firstPublication + $0.lead)
                    })))
    }

    /// A stream with keys of its own. Throws `GnuPGFailure` when they cannot be made.
    package static func start(
        _ configuration: SampleStreamConfiguration = .init()
    ) async throws -> SampleStream {
        SampleStream(configuration, keys: try await .generate())
    }

    /// The public keys on disk, binary as gpgv wants them; there until `stop`.
    package var keyringPath: String { keys.keyringPath }
    /// The fingerprint of the key that signs, in upper-case hexadecimal.
    package var fingerprint: String { keys.fingerprint(.stream) }

    /// Publishes the next versions of a line: the newest are added and the oldest are dropped.
    package func publishAgain(_ line: StreamLine = .stable) {
        state.withLock { $0.current[line, default: Self.firstPublication] += 1 }
    }

    /// Ends the agent that holds the keys and removes the keyrings.
    package func stop() async {
        await keys.remove()
    }

    /// The number of the publication that a line is at.
    func current(_ line: StreamLine) -> Int {
        state.withLock { $0.current[line, default: Self.firstPublication] }
    }

    /// A publication of a line, by its number.
    func publication(_ line: StreamLine, _ number: Int) -> SamplePublication {
        let key = PublicationKey(line: line, number: number)
        if let known = state.withLock({ $0.publications[key] }) { return known }
        let publication = SamplePublication(
            line: line, number: number,
            updated: epoch + 60 * Int64(number - Self.firstPublication - line.lead),
            configuration: configuration, files: files)
        state.withLock { $0.publications[key] = publication }
        return publication
    }

    /// The bytes of a document, signed once and kept; nil when there is no such document.
    func document(
        _ document: StreamDocumentName, of line: StreamLine, _ variant: StreamVariant
    ) async throws -> [UInt8]? {
        if let known = known(document, of: line, variant) { return known }
        guard let bytes = try await published(document, of: line, variant) else { return nil }
        let key = DocumentKey(line: line, document: document, variant: variant)
        state.withLock { $0.documents[key] = bytes }
        return bytes
    }

    /// The bytes of a document that was asked for before; nil when it was not.
    func known(
        _ document: StreamDocumentName, of line: StreamLine, _ variant: StreamVariant
    ) -> [UInt8]? {
        let key = DocumentKey(line: line, document: document, variant: variant)
        return state.withLock { $0.documents[key] }
    }

    private func published(
        _ document: StreamDocumentName, of line: StreamLine, _ variant: StreamVariant
    ) async throws -> [UInt8]? {
        if variant.tampered, document.form != .signature {
            var honest = variant
            honest.tampered = false
            let bytes = try await self.document(document, of: line, honest)
            return bytes.map {
                Array(StreamVariant.tamper(String(decoding: $0, as: UTF8.self)).utf8)
            }
        }
        let documents = StreamDocuments(
            publication: publication(line, variant.publication), edits: variant.edits)
        guard let text = documents.text(document) else { return nil }
        switch (document.form, variant.signer) {
        case (.plain, _), (.signed, nil): return Array(text.utf8)
        case (.signature, nil): return nil
        case (.signature, let signer?): return try await keys.detachedSignature(text, by: signer)
        case (.signed, let signer?): return try await keys.clearsigned(text, by: signer)
        }
    }
}
