import Synchronization
import Transport

/// An exchange that notes how many requests were under way at once.
final class GaugedExchange: HTTPExchange {
    private let exchange: any HTTPExchange
    private let state = Mutex((now: 0, most: 0))

    init(_ exchange: any HTTPExchange) { self.exchange = exchange }

    /// The most requests at once so far.
    var most: Int { state.withLock { $0.most } }

    func send(
        _ request: HTTPRequest, sink: (any BodySink)?
    ) async throws(TransportError) -> HTTPResponse {
        state.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
        defer { state.withLock { $0.now -= 1 } }
        return try await exchange.send(request, sink: sink)
    }
}
