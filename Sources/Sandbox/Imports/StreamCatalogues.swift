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
