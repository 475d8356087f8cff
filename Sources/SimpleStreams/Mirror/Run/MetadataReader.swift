/// Fetches and verifies the metadata of a stream, each document once.
struct MetadataReader: Sendable {
    let source: any Source
    let verifier: any DocumentVerifier
    let retry: RetryPolicy
    let time: MirrorTime
    let width: Int
    /// Whether the signed contents are kept beside the documents, to be reduced.
    var keepsContents = false

    /// A document that was fetched and verified.
    private struct Fetched: Sendable {
        let published: [StoredDocument]
        let verified: VerifiedDocument
    }

    /// Reads the index and all products files it names.
    func read(indexAt path: RelativePath) async throws(MirrorError) -> StreamMetadata {
        let fetched = try await fetch(path, limit: StreamIndex.maximumBytes)
        let index: StreamIndex
        do throws(DocumentError) {
            index = try StreamIndex(parsing: fetched.verified.content)
        } catch {
            throw .document(path, error)
        }
        let isProducts = { (entry: StreamIndex.Entry) in entry.format != "index:1.0" }
        let entries = index.entries.filter(isProducts)
        let results = await BoundedWork.map(entries, width: width) { entry in
            await Result { () async throws(MirrorError) in try await readProducts(entry) }
        }
        var products: [ProductsDocument] = []
        var documents: [StoredDocument] = []
        var known: [String: TrustRecord.Document] = [:]
        var contents: [RelativePath: [UInt8]] = [:]
        if keepsContents { contents[path] = fetched.verified.content }
        for (entry, result) in zip(entries, results) {
            guard let (document, fetched) = try result?.get() else { throw .cancelled }
            if keepsContents { contents[entry.path] = fetched.verified.content }
            products.append(document)
            documents += fetched.published
            known[document.contentID] = Self.remember(document.updated, fetched)
        }
        let nested = index.entries.filter { !isProducts($0) }
        let unsigned: [MirrorWarning] = fetched.verified.isVerified ? [] : [.unsigned]
        return StreamMetadata(
            index: index, products: products, documents: documents + fetched.published,
            contents: contents,
            trust: TrustRecord(
                index: Self.remember(index.updated, fetched), products: known,
                fingerprint: fetched.verified.signature?.fingerprint),
            named: TrustRecord.times(namedBy: index),
            warnings: unsigned + nested.map { .nestedIndex($0.contentID) })
    }

    private static func remember(_ updated: String?, _ fetched: Fetched) -> TrustRecord.Document {
        TrustRecord.Document(
            updated: updated.flatMap { UpdatedTime($0) },
            sha256: SHA256Digest.of(fetched.verified.content))
    }

    private func readProducts(
        _ entry: StreamIndex.Entry
    ) async throws(MirrorError) -> (ProductsDocument, Fetched) {
        let fetched = try await fetch(entry.path, limit: ProductsDocument.maximumBytes)
        do throws(DocumentError) {
            let document = try ProductsDocument(parsing: fetched.verified.content)
            try entry.check(document)
            return (document, fetched)
        } catch {
            throw .document(entry.path, error)
        }
    }

    private func fetch(
        _ path: RelativePath, limit: Int
    ) async throws(MirrorError) -> Fetched {
        let bytes = try await bytes(at: path, limit: limit)
        var published = [StoredDocument(path: path, bytes: bytes)]
        var signature: [UInt8]?
        if verifier.policy == .detached, let beside = try? RelativePath("\(path).gpg") {
            let detached = try await self.bytes(at: beside, limit: 1 << 16)
            published.insert(StoredDocument(path: beside, bytes: detached), at: 0)
            signature = detached
        }
        do throws(VerificationError) {
            let verified = try await verifier.verify(bytes, named: path.text, signature: signature)
            guard verified.isVerified || verifier.policy == .skipped else {
                throw VerificationError(document: path.text, reason: .unsigned)
            }
            return Fetched(published: published, verified: verified)
        } catch {
            throw .verification(error)
        }
    }

    private func bytes(at path: RelativePath, limit: Int) async throws(MirrorError) -> [UInt8] {
        var failures = 0
        while true {
            do throws(SourceError) {
                return try await source.document(at: path, limit: limit)
            } catch {
                failures += 1
                if error.kind == .cancelled { throw .cancelled }
                guard error.isTemporary, failures < retry.attempts else {
                    throw .metadata(path, error)
                }
                try await pause(failures, error)
            }
        }
    }

    private func pause(_ failures: Int, _ error: SourceError) async throws(MirrorError) {
        var wish: Duration?
        if case .temporary(let retryAfter) = error.kind { wish = retryAfter }
        do {
            try await time.sleep(
                retry.pause(afterFailures: failures, retryAfter: wish, chance: time.chance()))
        } catch {
            throw .cancelled
        }
    }
}

extension Result where Failure == MirrorError, Success: Sendable {
    /// The result of asynchronous work.
    init(_ work: () async throws(MirrorError) -> Success) async {
        do throws(MirrorError) {
            self = .success(try await work())
        } catch {
            self = .failure(error)
        }
    }
}
