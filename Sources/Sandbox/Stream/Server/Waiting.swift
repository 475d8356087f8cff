internal import Dispatch
internal import Synchronization

/// Lets a thread of its own wait for an asynchronous result. Never to be used on a thread of the
/// concurrency runtime, which must not block.
enum Waiting {
    /// Runs the operation elsewhere and returns what it returns.
    static func forResult<Value: Sendable>(
        _ operation: @escaping @concurrent @Sendable () async throws -> Value
    ) throws -> Value {
        let box = Box<Value>()
        let done = DispatchSemaphore(value: 0)
        Task {
            do {
                let value = try await operation()
                box.result.withLock { $0 = .success(value) }
            } catch {
                box.result.withLock { $0 = .failure(error) }
            }
            done.signal()
        }
        done.wait()
        switch box.result.withLock({ $0 }) {
        case .success(let value): return value
        case .failure(let error): throw error
        case .empty: throw CancellationError()
        }
    }

    private enum Outcome<Value: Sendable>: Sendable {
        case empty
        case success(Value)
        case failure(any Error)
    }

    private final class Box<Value: Sendable>: Sendable {
        let result = Mutex<Outcome<Value>>(.empty)
    }
}
