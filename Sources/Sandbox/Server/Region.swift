internal import Synchronization

/// One region: its state behind a lock, its clock, and the record of what it was asked.
final class Region: Sendable {
    private let clock: any SandboxClock
    private let catalogues: any CatalogueProvider
    private let state: Mutex<RegionState>
    private let record = Mutex<[RecordedRequest]>([])
    private let errands = Errands()

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

    /// Waits until every fetch begun so far, and what it led to, has been taken in.
    func fetchesDone() async { await errands.done() }

    /// Gives up every fetch under way.
    func abandonFetches() async { await errands.cancel() }

    private struct Orders {
        /// Sources to be read one after the other, in groups that know nothing of each other.
        var passes: [[FetchOrder]]
        var downloads: [DownloadOrder]
    }

    private func takeOrders() -> Orders {
        state.withLock { state in
            let fetches = state.fetchOrders
            let orders = Orders(
                passes: state.flavour >= .v3_8 ? fetches.map { [$0] } : [fetches],
                downloads: state.downloadOrders)
            state.fetchOrders = []
            state.downloadOrders = []
            return orders
        }
    }

    /// Fetches what the region wants; catalogues known at once are there before this returns.
    private func carryOut(_ orders: Orders) {
        for pass in orders.passes { read(pass) }
        for order in orders.downloads {
            errands.begin { [self] in
                let outcome = await catalogues.download(order)
                let now = clock.now()
                access { $0.deliver(outcome, for: order, now: now) }
            }
        }
    }

    private func read(_ pass: [FetchOrder]) {
        var rest = pass[...]
        while let order = rest.first, let known = catalogues.known(order) {
            rest.removeFirst()
            guard deliver(known, for: order) else { return }
        }
        guard !rest.isEmpty else { return }
        errands.begin { [self, rest] in
            for order in rest {
                guard deliver(await catalogues.fetch(order), for: order) else { return }
            }
        }
    }

    /// Hands an outcome to the region; false when the sources after it are not read any more.
    private func deliver(
        _ result: Result<Catalogue, CatalogueFailure>, for order: FetchOrder
    ) -> Bool {
        let outcome = CatalogueCache.Outcome(result)
        let now = clock.now()
        return access { state in
            state.deliver(outcome, for: order, now: now)
            return !state.endsPass(outcome)
        }
    }
}
