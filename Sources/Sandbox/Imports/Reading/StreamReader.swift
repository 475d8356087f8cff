internal import FoundationEssentials
internal import SimpleStreams

/// Reads the catalogue of one stream: index and products, each document verified.
struct StreamReader {
    let order: FetchOrder
    /// Where a URL really leads.
    let resolve: (String) -> String

    /// The images the stream offers to this region.
    func read() async throws(CatalogueFailure) -> Catalogue {
        let location = StreamLocation(order.url)
        let index = try await document(location.index)
        var images: [Catalogue.Image] = []
        for entry in index["index"]?.members ?? [] {
            guard let path = entry.value["path"]?.text else { continue }
            let products = StreamProducts(
                document: try await document(location.root + path), root: location.root,
                flavour: order.flavour)
            images += try products.images()
        }
        return Catalogue(images: images)
    }

    private func document(_ url: String) async throws(CatalogueFailure) -> JSONValue {
        let bytes: [UInt8]
        do throws(LoopbackHTTP.Failure) {
            bytes = try await LoopbackHTTP.get(resolve(url), limit: Verifier.maximumBytes)
        } catch {
            throw CatalogueFailure(error, url)
        }
        guard let value = JSONValue(parsing: try await verified(bytes, url)) else {
            throw CatalogueFailure(reason: "Unable to read \(url): it is no JSON")
        }
        return value
    }

    private func verified(
        _ bytes: [UInt8], _ url: String
    ) async throws(CatalogueFailure) -> [UInt8] {
        do throws(VerificationError) {
            let verifier =
                order.skipsVerification
                ? Verifier(policy: .skipped, keyring: nil) : Verifier(keyring: try keyring(url))
            return try await verifier.verify(bytes, named: url).content
        } catch  where error.reason.passesGPGV {
            return ClearsignedFrame.text(of: bytes)
        } catch {
            throw CatalogueFailure(error)
        }
    }

    /// The source's keyring. MAAS hands it to gpgv as it is, so ASCII armour is of no use.
    private func keyring(_ url: String) throws(VerificationError) -> Keyring {
        let bytes =
            order.keyringData.isEmpty
            ? (try? Data(contentsOf: URL(filePath: order.keyringFilename))).map { Array($0) } ?? []
            : order.keyringData
        guard let first = bytes.first, first >= 0x80,
            let keyring = try? Keyring(bytes, origin: order.keyringFilename)
        else {
            throw VerificationError(document: url, reason: .noKeyring)
        }
        return keyring
    }
}

extension VerificationError.Reason {
    /// Whether gpgv, whose exit code is all that MAAS goes by, sees nothing wrong in it.
    fileprivate var passesGPGV: Bool {
        switch self {
        case .expiredKey, .revokedKey, .weakDigest: true
        default: false
        }
    }
}

extension ClearsignedFrame {
    /// The text of a document that gpgv has let pass.
    fileprivate static func text(of document: [UInt8]) -> [UInt8] {
        (try? ClearsignedFrame(document))?.text ?? document
    }
}
