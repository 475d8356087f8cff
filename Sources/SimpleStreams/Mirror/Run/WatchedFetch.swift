/// A fetch that is broken off when it stands still.
struct WatchedFetch: Sendable {
    let source: any Source
    let limit: Duration
    let time: MirrorTime

    private enum Ending: Sendable {
        case ended(SourceError?)
        case stalled
        case watched
    }

    /// Fetches once; nil when the body ended by itself.
    func run(_ request: ItemRequest, into reception: ItemReception) async -> FileFailure? {
        await withTaskGroup(of: Ending.self) { group in
            group.addTask { .ended(await fetch(request, into: reception)) }
            group.addTask { await watch(reception) }
            var hasStalled = false
            var failure: SourceError?
            for await ending in group {
                switch ending {
                case .ended(let error): failure = error
                case .stalled: hasStalled = true
                case .watched: continue
                }
                group.cancelAll()
            }
            guard let failure else { return nil }
            switch failure.kind {
            case .cancelled: return hasStalled ? .stalled : .cancelled
            case .stopped: return reception.failure ?? .source(failure)
            case .tooLong: return .tooLong
            default: return .source(failure)
            }
        }
    }

    private func fetch(
        _ request: ItemRequest, into reception: ItemReception
    ) async -> SourceError? {
        do throws(SourceError) {
            try await source.fetch(request, into: reception)
            return nil
        } catch {
            return error
        }
    }

    private func watch(_ reception: ItemReception) async -> Ending {
        var last = reception.received
        while true {
            do {
                try await time.sleep(limit)
            } catch {
                return .watched
            }
            let now = reception.received
            guard now != last else { return .stalled }
            last = now
        }
    }
}
