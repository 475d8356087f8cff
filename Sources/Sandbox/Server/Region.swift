internal import Synchronization

/// One region: its state behind a lock, its clock, and the record of what it was asked.
final class Region: Sendable {
    let clock: any SandboxClock
    private let catalogues: any CatalogueProvider
    private let state: Mutex<RegionState>
    private let record = Mutex<[RecordedRequest]>([])

    init(
        _ state: RegionState, clock: any SandboxClock, catalogues: any CatalogueProvider
    ) {
        self.state = Mutex(state)
        self.clock = clock
        self.catalogues = catalogues
    }

    /// Runs `body` on the state as it is now.
    func access<Result: Sendable, Failure: Error>(
        _ body: (inout sending RegionState) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        let now = clock.now()
        let result = try state.withLock { state throws(Failure) in
            state.settle(now: now)
            return try body(&state)
        }
        carryOut(takeOrders())
        return result
    }

    /// Answers a request.
    func answer(_ request: APIRequest) -> APIResponse {
        let now = clock.now()
        return access { state in
            let answer = Router.answer(request, &state, now: now)
            return answer
        }
    }

    /// Fetches the catalogues the region wants, those known at once before this returns.
    private func carryOut(_ orders: [FetchOrder]) {
        for order in orders {
            if let catalogue = catalogues.known(order.url) {
                deliver(.images(catalogue), for: order)
            } else {
                Task {
                    deliver(CatalogueCache.Outcome(await catalogues.fetch(order.url)), for: order)
                }
            }
        }
    }

    private func takeOrders() -> [FetchOrder] {
        state.withLock { state in
            let orders = state.fetchOrders
            state.fetchOrders = []
            return orders
        }
    }

    private func deliver(_ outcome: CatalogueCache.Outcome, for order: FetchOrder) {
        let now = clock.now()
        access { $0.deliver(outcome, for: order, now: now) }
    }

    func note(_ request: RecordedRequest) { record.withLock { $0.append(request) } }

    var requests: [RecordedRequest] { record.withLock { $0 } }
}
