internal import FlyingFox
internal import FoundationEssentials

/// Joins FlyingFox's requests and responses to the region's.
struct RegionHandler: HTTPHandler {
    let region: Region

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        let asked = try await APIRequest(request)
        let answer = region.answer(asked)
        region.note(asked.recorded(status: answer.status))
        return response(answer)
    }

    private func response(_ answer: APIResponse) -> HTTPResponse {
        var headers = HTTPHeaders()
        let flavour = region.access { $0.flavour }
        for (name, value) in answer.headers(flavour, now: region.clock.now()) {
            headers.setValues([value], for: HTTPHeader(name))
        }
        return HTTPResponse(
            statusCode: HTTPStatusCode(answer.status, phrase: StatusPhrase.text(answer.status)),
            headers: headers, body: Data(answer.body))
    }
}

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
