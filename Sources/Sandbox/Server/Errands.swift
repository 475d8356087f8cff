internal import Synchronization

/// Work that goes on while requests are answered, and can be waited for.
final class Errands: Sendable {
    private struct State {
        var running: [Int: Task<Void, Never>] = [:]
        var begun = 0
    }

    private let state = Mutex(State())

    /// Begins a piece of work.
    func begin(_ work: @escaping @Sendable () async -> Void) {
        state.withLock { state in
            state.begun += 1
            let number = state.begun
            // It takes itself off the list, for which it needs the lock held here.
            state.running[number] = Task {
                await work()
                self.state.withLock { $0.running[number] = nil }
            }
        }
    }

    /// Waits until nothing runs any more, nor what that has begun in turn.
    func done() async {
        while let task = state.withLock({ $0.running.values.first }) { await task.value }
    }

    /// Asks everything to end, and waits until it has.
    func cancel() async {
        for task in state.withLock({ Array($0.running.values) }) { task.cancel() }
        await done()
    }
}
