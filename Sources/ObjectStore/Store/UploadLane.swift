internal import Dispatch
internal import Synchronization

/// Where the parts of all uploads of a store go out, a bounded number at a time.
///
/// Who hands a part over waits while the lane is full. That is what keeps a fast upstream from
/// filling the memory, and it blocks a thread: so parts are sent by threads of the lane's own, and go
/// out whatever waits elsewhere.
final class UploadLane: TaskExecutor {
    /// Serial ones: the system gives each a thread when it has work. Concurrent queues share as many
    /// threads as there are processors, and all of those may be waiting for a place here.
    private let queues: [DispatchQueue]
    private let turns = Atomic(0)
    private let places = DispatchSemaphore(value: 0)

    /// - Parameter width: parts under way at once.
    init(width: Int) {
        queues = (0..<max(1, width)).map { DispatchQueue(label: "maas-boot.uploads.\($0)") }
        // A semaphore must not go away with a lower count than it began with.
        for _ in 0..<max(1, width) { places.signal() }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = unsafe asUnownedTaskExecutor()
        let turn = turns.wrappingAdd(1, ordering: .relaxed).oldValue
        let queue = queues[Int(UInt(bitPattern: turn) % UInt(queues.count))]
        queue.async { unsafe job.runSynchronously(on: executor) }
    }

    /// Begins work as soon as there is a place for it; blocks the thread until then.
    func begin<Value: Sendable>(
        _ work: @escaping @Sendable () async -> Value
    ) -> Task<Value, Never> {
        places.wait()
        return Task(executorPreference: self) { [self] in
            let value = await work()
            places.signal()
            return value
        }
    }
}
