internal import FoundationEssentials
package import Transport

/// One MAAS region's REST API 2.0, in Swift values. One extension file per resource.
///
/// Paths always end in a slash: regions answer 404 without it (seen on 3.3 to 3.8).
package struct RegionClient: Sendable {
    /// The region's address without the API's own path: `http://HOST:5240/MAAS`.
    package let url: String
    let signer: OAuthSigner?
    let exchange: any HTTPExchange
    let limits: TransferLimits

    /// - Parameter limits: the body limit also bounds how much JSON is decoded.
    package init(
        url: String, signer: OAuthSigner?, exchange: any HTTPExchange,
        limits: TransferLimits = TransferLimits(bodyBytes: 16 << 20)
    ) {
        self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
        self.signer = signer
        self.exchange = exchange
        self.limits = limits
    }

    /// Asks for a value.
    func read<Value: Decodable>(
        _ what: String, _ path: String, query: [FormField] = []
    ) async throws(RegionError) -> Value {
        let response = try await perform(what, .get, path, query: query)
        return try decode(what, response)
    }

    /// Sends a change and reads the value it answers with.
    func write<Value: Decodable>(
        _ what: String, _ method: HTTPRequest.Method, _ path: String, query: [FormField] = [],
        body: RequestBody?
    ) async throws(RegionError) -> Value {
        let response = try await perform(what, method, path, query: query, body: body)
        return try decode(what, response)
    }

    /// Sends a request and returns the answer if its status says it was carried out.
    @discardableResult
    func perform(
        _ what: String, _ method: HTTPRequest.Method, _ path: String, query: [FormField] = [],
        body: RequestBody? = nil, mayRepeat: Bool? = nil
    ) async throws(RegionError) -> HTTPResponse {
        let request = HTTPRequest(
            method, "\(url)/api/2.0/\(path)", query: query,
            headers: [HTTPHeader("Accept", "application/json")], body: body, signer: signer,
            mayRepeat: mayRepeat, limits: limits)
        let response: HTTPResponse
        do {
            response = try await exchange.send(request)
        } catch {
            throw RegionError(doing: what, region: url, .transport(error))
        }
        // An earlier attempt may have removed it, and only its answer was lost.
        if method == .delete, response.status == 404, response.attempt > 1 { return response }
        let secret = signer?.key.tokenSecret
        if let reason = RegionError.Reason(refusing: response, hiding: secret) {
            throw RegionError(doing: what, region: url, reason)
        }
        return response
    }

    func decode<Value: Decodable>(
        _ what: String, _ response: HTTPResponse
    ) throws(RegionError) -> Value {
        guard !response.body.isEmpty else {
            throw RegionError(doing: what, region: url, .undecodable("it is empty"))
        }
        do {
            return try JSONDecoder().decode(Value.self, from: response.body)
        } catch {
            throw RegionError(
                doing: what, region: url, .undecodable(DecodingProblem.describe(error)))
        }
    }
}
