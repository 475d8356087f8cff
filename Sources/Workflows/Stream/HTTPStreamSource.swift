package import SimpleStreams
package import Transport

/// A stream on a web server.
///
/// Makes one attempt a call: whoever reads the stream decides on retries, since it knows what has
/// arrived already. The exchange given must therefore not repeat by itself.
package struct HTTPStreamSource: Source {
    private let address: StreamAddress
    private let exchange: any HTTPExchange
    private let limits: TransferLimits
    /// Mirrors move; more hops than this are a loop.
    private let redirects = RedirectPolicy.follow(5)

    package init(
        address: StreamAddress, exchange: any HTTPExchange,
        limits: TransferLimits = TransferLimits()
    ) {
        self.address = address
        self.exchange = exchange
        self.limits = limits
    }

    package var name: String { address.base }

    package func document(
        at path: RelativePath, limit: Int
    ) async throws(SourceError) -> [UInt8] {
        var limits = limits
        limits.bodyBytes = limit
        let response: HTTPResponse
        do {
            response = try await exchange.send(request(path, [], limits))
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
                self.request(request.path, Self.headers(request), limits), sink: sink)
        } catch {
            throw sink.refusal ?? SourceError(error)
        }
        if let refusal = SourceError(refusing: response, offset: request.offset) { throw refusal }
    }

    private func request(
        _ path: RelativePath, _ headers: [HTTPHeader], _ limits: TransferLimits
    ) -> HTTPRequest {
        HTTPRequest(
            .get, address.url(of: path), headers: headers, mayRepeat: false, redirects: redirects,
            limits: limits)
    }

    /// `Range` asks for the rest, `If-Range` for it only while the file is the same (RFC 9110 §13, §14).
    private static func headers(_ request: ItemRequest) -> [HTTPHeader] {
        guard request.offset > 0 else { return [] }
        return [HTTPHeader("Range", "bytes=\(request.offset)-")]
            + (request.entityTag.map { [HTTPHeader("If-Range", $0)] } ?? [])
    }
}
