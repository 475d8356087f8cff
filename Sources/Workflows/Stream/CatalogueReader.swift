package import SimpleStreams

/// Reads a stream's catalogue: index, signature, products, each once.
package struct CatalogueReader: Sendable {
    private let source: any Source
    private let address: StreamAddress
    private let verifier: any DocumentVerifier

    package init(source: any Source, address: StreamAddress, verifier: any DocumentVerifier) {
        self.source = source
        self.address = address
        self.verifier = verifier
    }

    package func read() async throws(CatalogueError) -> StreamCatalogue {
        let (content, signature) = try await verified(
            address.indexPath, limit: StreamIndex.maximumBytes)
        let index = try parsed(address.indexPath) { () throws(DocumentError) in
            try StreamIndex(parsing: content)
        }
        var builder = CatalogueBuilder()
        for entry in index.entries where entry.kind != .other {
            let (content, _) = try await verified(
                entry.path, limit: ProductsDocument.maximumBytes)
            let document = try parsed(entry.path) { () throws(DocumentError) in
                let document = try ProductsDocument(parsing: content)
                try entry.check(document)
                return document
            }
            builder.add(document)
        }
        return StreamCatalogue(
            url: address.base, signature: signature,
            updated: index.updated.flatMap { UpdatedTime($0) }, offers: builder.offers,
            bootloaders: builder.bootloaders, ignored: builder.ignored)
    }

    private func verified(
        _ path: RelativePath, limit: Int
    ) async throws(CatalogueError) -> ([UInt8], Signature?) {
        let bytes: [UInt8]
        do {
            bytes = try await source.document(at: path, limit: limit)
        } catch {
            throw .unreadable(path, error)
        }
        do {
            let document = try await verifier.verify(bytes, named: path.text, signature: nil)
            return (document.content, document.signature)
        } catch {
            throw .unverified(error)
        }
    }

    private func parsed<Value>(
        _ path: RelativePath, _ parse: () throws(DocumentError) -> Value
    ) throws(CatalogueError) -> Value {
        do {
            return try parse()
        } catch {
            throw .unusable(path, error)
        }
    }
}

/// Why a stream's catalogue cannot be read from here.
package enum CatalogueError: Error, Sendable {
    case unreadable(RelativePath, SourceError)
    case unverified(VerificationError)
    case unusable(RelativePath, DocumentError)
}
