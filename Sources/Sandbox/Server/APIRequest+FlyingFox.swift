internal import FlyingFox
internal import FoundationEssentials

extension APIRequest {
    /// Takes what matters out of FlyingFox's request.
    init(_ request: HTTPRequest) async throws {
        var headers: [String: String] = [:]
        for (header, value) in request.headers { headers[header.rawValue.lowercased()] = value }
        self.init(
            method: request.method.rawValue, path: request.target.path(),
            query: request.target.query(), headers: headers,
            body: Array(try await request.bodyData))
    }

    /// What is kept of the request once it is answered.
    func recorded(status: Int) -> RecordedRequest {
        var authorization: String?
        if case .present(let header) = AuthorizationHeader.read(headers["authorization"]) {
            authorization = header.parameters["oauth_signature_method"]
        }
        return RecordedRequest(
            method: method, path: query.isEmpty ? path : "\(path)?\(query)",
            authorization: authorization, body: body, status: status)
    }
}
