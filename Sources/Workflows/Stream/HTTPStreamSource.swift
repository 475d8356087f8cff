package import SimpleStreams
package import Transport

/// A stream on a web server.
///
/// Items are asked for once a call: whoever fetches them decides on retries, since it knows what has
/// arrived already. Documents are repeated as the exchange does it, where that is wanted.
package struct HTTPStreamSource: Source {
    private let address: StreamAddress
    private let exchange: any HTTPExchange
    private let limits: TransferLimits
    private let repeatsDocuments: Bool
    /// Mirrors move; more hops than this are a loop.
    private let redirects = RedirectPolicy.follow(5)

    /// - Parameter repeatsDocuments: whether the exchange may repeat requests for documents.
    package init(
        address: StreamAddress, exchange: any HTTPExchange,
        limits: TransferLimits = TransferLimits(), repeatsDocuments: Bool = false
    ) {
        self.address = address
        self.exchange = exchange
        self.limits = limits
        self.repeatsDocuments = repeatsDocuments
    }

    package var name: String { Address.shown(address.base) }

    package func document(
        at path: RelativePath, limit: Int
    ) async throws(SourceError) -> [UInt8] {
        var limits = limits
        limits.bodyBytes = limit
        let response: HTTPResponse
        do {
            response = try await exchange.send(
                request(path, [], limits, mayRepeat: repeatsDocuments))
        } catch {
            throw SourceError(error)
        }
        if let refusal = SourceError(refusing: response, offset: 0) { throw refusal }
        return Array(response.body)
    }

    package func fetch(
        _ request: ItemRequest, into receiver: any ItemReceiver
    ) async throws(SourceError) {
        var limits = limits
        limits.bodyBytes = Int(request.size - request.offset)
        let sink = ItemSink(request, receiver)
        let response: HTTPResponse
        do {
            response = try await exchange.send(
                self.request(request.path, Self.headers(request), limits, mayRepeat: false),
                sink: sink)
        } catch {
            throw sink.refusal ?? SourceError(error)
        }
        if let refusal = SourceError(refusing: response, offset: request.offset) { throw refusal }
    }

    private func request(
        _ path: RelativePath, _ headers: [HTTPHeader], _ limits: TransferLimits, mayRepeat: Bool
    ) -> HTTPRequest {
        HTTPRequest(
            .get, address.url(of: path), headers: headers, mayRepeat: mayRepeat,
            redirects: redirects, limits: limits)
    }

    /// `Range` asks for the rest, `If-Range` for it only while the file is the same (RFC 9110 §13, §14).
    private static func headers(_ request: ItemRequest) -> [HTTPHeader] {
        guard request.offset > 0 else { return [] }
        return [HTTPHeader("Range", "bytes=\(request.offset)-")]
            + (request.entityTag.map { [HTTPHeader("If-Range", $0)] } ?? [])
    }
}
