/// The catalogues a sandbox region knows: the official ones built in, any other read from the
/// stream itself, as far as that is on this machine.
package struct StreamCatalogues: CatalogueProvider {
    private let builtIn: BuiltInCatalogue

    package init(builtIn: BuiltInCatalogue = BuiltInCatalogue()) { self.builtIn = builtIn }

    package func known(_ order: FetchOrder) -> Result<Catalogue, CatalogueFailure>? {
        builtIn.known(order)
    }

    package func fetch(_ order: FetchOrder) async -> Result<Catalogue, CatalogueFailure> {
        do {
            return .success(try await read(StreamLocation(order.url)))
        } catch let failure as CatalogueFailure {
            return .failure(failure)
        } catch {
            return .failure(CatalogueFailure(reason: String(describing: error)))
        }
    }

    private func read(_ location: StreamLocation) async throws -> Catalogue {
        let index = try await document(location.index, location)
        var images: [Catalogue.Image] = []
        for entry in index["index"]?.members ?? [] {
            guard let path = entry.value["path"]?.text else { continue }
            let products = try await document(location.root + path, location)
            images += StreamProducts.images(products)
        }
        return Catalogue(images: images)
    }

    private func document(_ url: String, _ location: StreamLocation) async throws -> JSONValue {
        let bytes: [UInt8]
        do throws(LoopbackHTTP.Failure) {
            bytes = try await LoopbackHTTP.get(url)
        } catch {
            throw failure(error, url)
        }
        guard let value = JSONValue(parsing: ClearSigned.payload(bytes)) else {
            throw CatalogueFailure(reason: "Unable to read \(url): it is no JSON")
        }
        return value
    }

    /// The words Python's libraries have for it.
    private func failure(_ error: LoopbackHTTP.Failure, _ url: String) -> CatalogueFailure {
        guard case .unreachable(let host, let port, let path) = error else {
            return CatalogueFailure(reason: "Unable to open \(url). mirrors=[]")
        }
        return CatalogueFailure(
            reason: "HTTPConnectionPool(host='\(host)', port=\(port)): Max retries exceeded with "
                + "url: \(path) (Caused by NewConnectionError(\"HTTPConnection(host='\(host)', "
                + "port=\(port)): Failed to establish a new connection: "
                + "[Errno 111] Connection refused\"))")
    }
}

/// Where a boot source's index is, and what its paths are relative to.
struct StreamLocation: Equatable {
    /// The root of the tree, with a slash at its end.
    var root: String
    var index: String

    /// A URL that names an index file itself is taken at its word; else the signed index is meant.
    init(_ url: String) {
        if let marker = url.firstRange(of: "streams/v1/"),
            url.hasSuffix(".json") || url.hasSuffix(".sjson")
        {
            root = String(url[..<marker.lowerBound])
            index = url
        } else {
            root = url.hasSuffix("/") ? url : url + "/"
            index = root + "streams/v1/index.sjson"
        }
    }
}

/// A document with an inline signature (RFC 9580 §7).
enum ClearSigned {
    /// The text that was signed; the whole document when it is not signed.
    static func payload(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        let head = "-----BEGIN PGP SIGNED MESSAGE-----"
        guard text.hasPrefix(head) else { return bytes }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let body = lines.drop { !Text.trim($0).isEmpty }.dropFirst()
            .prefix { !$0.hasPrefix("-----BEGIN PGP SIGNATURE-----") }
            .map { $0.hasPrefix("- ") ? $0.dropFirst(2) : $0 }
        return Array(body.joined(separator: "\n").utf8)
    }
}
