import Synchronization
import Transport

/// An exchange that ends at a write, as a program that is killed there: neither that request nor any
/// later one gets an answer.
final class CuttingExchange: HTTPExchange {
    enum Moment: CaseIterable {
        /// The write never leaves.
        case before
        /// The region carries the write out and the answer is lost.
        case after
    }

    private let exchange: any HTTPExchange
    private let moment: Moment
    private let left: Mutex<Int>

    /// - Parameter write: which write it is, from 1.
    init(_ exchange: any HTTPExchange, at write: Int, _ moment: Moment) {
        self.exchange = exchange
        self.moment = moment
        left = Mutex(write)
    }

    /// Whether the write was reached.
    var hasCut: Bool { left.withLock { $0 <= 0 } }

    func send(
        _ request: HTTPRequest, sink: (any BodySink)?
    ) async throws(TransportError) -> HTTPResponse {
        let isDead = hasCut
        let isCut = left.withLock { left in
            if request.method != .get { left -= 1 }
            return left <= 0
        }
        if isCut, !isDead, moment == .after {
            _ = try await exchange.send(request, sink: sink)
        }
        guard !isCut else {
            throw TransportError(.unreachable, detail: "the program is gone", url: request.url)
        }
        return try await exchange.send(request, sink: sink)
    }
}
