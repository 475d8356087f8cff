import Synchronization
import Transport

/// Keeps the last request and answers none.
final class RequestSpy: HTTPExchange {
    private let request = Mutex<HTTPRequest?>(nil)

    var last: HTTPRequest? { request.withLock { $0 } }

    func send(
        _ request: HTTPRequest, sink: (any BodySink)?
    ) async throws(TransportError) -> HTTPResponse {
        self.request.withLock { $0 = request }
        throw TransportError(.unreachable, detail: "", url: request.url)
    }
}
