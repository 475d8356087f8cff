/// Runs work that a signal may end.
struct SignalWatch: Sendable {
    /// How the work ended.
    struct Outcome: Sendable {
        /// The first signal that came before the work ended.
        var signal: TerminationSignal?
        /// What the work threw, if it did.
        var error: (any Error)?
    }

    private enum Event: Sendable {
        case ended((any Error)?)
        case signal(TerminationSignal)
        case noSignal
    }

    private let signals: any SignalSource

    init(_ signals: any SignalSource) {
        self.signals = signals
    }

    /// Runs the work, cancels it when a signal comes, and waits until it has ended.
    func run(_ work: @escaping @Sendable () async throws -> Void) async -> Outcome {
        await withTaskGroup(of: Event.self) { group in
            let arriving = signals.termination()
            group.addTask {
                do {
                    try await work()
                    return .ended(nil)
                } catch {
                    return .ended(error)
                }
            }
            group.addTask {
                for await signal in arriving { return .signal(signal) }
                return .noSignal
            }
            var outcome = Outcome()
            for await event in group {
                switch event {
                case .signal(let signal):
                    outcome.signal = signal
                    group.cancelAll()
                case .ended(let error):
                    outcome.error = error
                    group.cancelAll()
                    return outcome
                case .noSignal: break
                }
            }
            return outcome
        }
    }
}
