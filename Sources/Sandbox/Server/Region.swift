internal import Synchronization

/// One region: its state behind a lock, its clock, and the record of what it was asked.
final class Region: Sendable {
    private let clock: any SandboxClock
    private let catalogues: any CatalogueProvider
    private let state: Mutex<RegionState>
    private let record = Mutex<[RecordedRequest]>([])
    private let fetches = Mutex<[Task<Void, Never>]>([])

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
            let result = try body(&state)
            state.settle(now: now)
            return result
        }
        carryOut(takeOrders())
        return result
    }

    /// Answers a request whose body may have `limit` bytes.
    func answer(_ request: APIRequest, limit: Int) -> APIResponse {
        let now = clock.now()
        return access { state in
            if let answer = FaultAnswers.answer(request, &state) { return answer }
            guard request.body.count <= limit else {
                return .page(413, "413 Request Entity Too Large")
            }
            let answer = Router.answer(request, &state, now: now)
            return FaultAnswers.spoil(answer, state.faults)
        }
    }

    /// The time on the region's own clock, which a fault can put wrong.
    var wallTime: Double { clock.now() + access { $0.clockSkew } }

    /// Keeps a request; of very many only the last.
    func note(_ request: RecordedRequest) {
        record.withLock { record in
            record.append(request)
            if record.count > Self.longestRecord { record.removeFirst(record.count / 2) }
        }
    }

    private static let longestRecord = 100_000

    var requests: [RecordedRequest] { record.withLock { $0 } }

    /// Fetches the catalogues the region wants, those known at once before this returns.
    private func carryOut(_ orders: [FetchOrder]) {
        for order in orders {
            if let known = catalogues.known(order) {
                deliver(CatalogueCache.Outcome(known), for: order)
            } else {
                let fetch = Task {
                    deliver(CatalogueCache.Outcome(await catalogues.fetch(order)), for: order)
                }
                fetches.withLock { $0.append(fetch) }
            }
        }
    }

    /// Waits until every fetch begun so far has been taken in.
    func fetchesDone() async {
        for fetch in fetches.withLock({ $0 }) { await fetch.value }
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
}
