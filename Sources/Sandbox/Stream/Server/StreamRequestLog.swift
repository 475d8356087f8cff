internal import Synchronization

/// What was asked for, in the order of arrival.
final class StreamRequestLog: Sendable {
    private struct State {
        var requests: [StreamRequest] = []
        var cleared = 0
    }

    private let state = Mutex(State())

    var requests: [StreamRequest] { state.withLock { $0.requests } }

    /// Adds a request and returns the number under which `change` finds it.
    func add(_ request: StreamRequest) -> Int {
        state.withLock {
            $0.requests.append(request)
            return $0.cleared + $0.requests.count - 1
        }
    }

    /// Changes a request, unless it was cleared away.
    func change(_ number: Int, _ change: (inout StreamRequest) -> Void) {
        state.withLock {
            let index = number - $0.cleared
            guard $0.requests.indices.contains(index) else { return }
            change(&$0.requests[index])
        }
    }

    func clear() {
        state.withLock {
            $0.cleared += $0.requests.count
            $0.requests = []
        }
    }
}
