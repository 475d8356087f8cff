internal import Digests

/// The catalogues a sandbox region knows: those of streams on this machine, read and verified as a
/// region does, and for official addresses that no server stands in for, the ones built in.
package struct StreamCatalogues: CatalogueProvider {
    private let builtIn: BuiltInCatalogue
    private let standIn: OfficialStandIn?

    package init(builtIn: BuiltInCatalogue = BuiltInCatalogue()) {
        self.builtIn = builtIn
        standIn = nil
    }

    /// Catalogues whose official addresses lead to a stream on this machine.
    init(stream: StreamServer) {
        builtIn = BuiltInCatalogue()
        standIn = OfficialStandIn(baseURL: stream.baseURL)
    }

    package func known(_ order: FetchOrder) -> Result<Catalogue, CatalogueFailure>? {
        let isHere = LoopbackAddress(resolve(order.url))?.isLoopback == true
        return isHere ? builtIn.alias(order) : builtIn.known(order)
    }

    package func fetch(_ order: FetchOrder) async -> Result<Catalogue, CatalogueFailure> {
        let reader = StreamReader(order: order, resolve: resolve)
        do throws(CatalogueFailure) {
            return .success(try await reader.read())
        } catch {
            return .failure(error)
        }
    }

    package func download(_ order: DownloadOrder) async -> DownloadOutcome {
        var outcome = DownloadOutcome()
        for file in order.files {
            guard let url = file.url, !Task.isCancelled else { continue }
            do throws(LoopbackHTTP.Failure) {
                if try await !arrives(file, from: url) { outcome.wrong.append(url) }
            } catch .status(400..<500) {
                outcome.gone.append(url)
            } catch {
                outcome.wrong.append(url)
            }
        }
        return outcome
    }

    private func arrives(
        _ file: Catalogue.File, from url: String
    ) async throws(LoopbackHTTP.Failure) -> Bool {
        // Optional, for a closure may not leave a captured hasher used up.
        var hasher: SHA256? = SHA256()
        var size = 0
        try await LoopbackHTTP.read(resolve(url), limit: file.size) { piece in
            hasher?.update(piece)
            size += piece.count
        }
        guard size == file.size, let digest = hasher.take()?.finalize() else { return false }
        return Hexadecimal.encode(digest) == file.sha256
    }

    private func resolve(_ url: String) -> String { standIn?.resolve(url) ?? url }
}
