import Dispatch
import Synchronization

/// Something that happens once and can be waited for, by tasks and by threads.
package final class Signal: Sendable {
    private struct State {
        var hasFired = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let gate = DispatchSemaphore(value: 0)

    package init() {}

    /// Lets everyone go on, now and later.
    package func fire() {
        let waiters = state.withLock { state in
            defer { state = State(hasFired: true) }
            return state.waiters
        }
        waiters.forEach { $0.resume() }
        gate.signal()
    }

    /// Suspends the task until the signal has fired.
    package func wait() async {
        await withCheckedContinuation { continuation in
            let hasFired = state.withLock { state in
                if !state.hasFired { state.waiters.append(continuation) }
                return state.hasFired
            }
            if hasFired { continuation.resume() }
        }
    }

    /// Blocks the thread until the signal has fired.
    package func waitBlocking() {
        gate.wait()
        gate.signal()
    }
}
