internal import FlyingFox
internal import FoundationEssentials

/// Joins FlyingFox's requests and responses to the region's, with the faults in between.
struct RegionHandler: HTTPHandler {
    let region: Region

    /// nginx's limit on a request's body, as MAAS configures it.
    private static let bodyLimit = 10 * 1024 * 1024

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        let asked = try await APIRequest(request)
        try await delay(asked, request)
        let answer = region.answer(asked, limit: Self.bodyLimit)
        region.note(asked.recorded(status: answer.status))
        if answer.status == 409 {
            try await Task.sleep(for: .seconds(region.access { $0.pace.conflictDelay }))
        }
        return response(answer)
    }

    /// Waits, for ever or for a while, or cuts the connection, as the faults in force want it.
    private func delay(_ asked: APIRequest, _ request: HTTPRequest) async throws {
        for fault in region.access({ $0.faults }) {
            switch fault {
            case .slow(let milliseconds): try await Task.sleep(for: .milliseconds(milliseconds))
            case .neverAnswer:
                region.note(asked.recorded(status: 0))
                try await Task.sleep(for: .seconds(86_400))
            case .reset:
                region.note(asked.recorded(status: 0))
                if case .ip4(_, let port)? = request.remoteAddress {
                    ConnectionReset.reset(peerPort: port)
                }
                throw CancellationError()
            default: continue
            }
        }
    }

    private func response(_ answer: APIResponse) -> HTTPResponse {
        var headers = HTTPHeaders()
        let flavour = region.access { $0.flavour }
        for (name, value) in answer.headers(flavour, now: region.wallTime) {
            headers.setValues([value], for: HTTPHeader(name))
        }
        return HTTPResponse(
            statusCode: HTTPStatusCode(answer.status, phrase: StatusPhrase.text(answer.status)),
            headers: headers, body: Data(answer.body))
    }
}
