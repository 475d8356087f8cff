package import Commands
internal import Synchronization

/// A sink that keeps what is written to it.
package final class CapturedText: TextSink {
    private let kept = Mutex((text: "", problem: OutputProblem?.none))

    package init() {}

    /// All that was written so far.
    package var text: String { kept.withLock { $0.text } }

    /// Refuses to take anything from now on, as a closed pipe or a full disk does.
    package func refuse(with problem: OutputProblem) {
        kept.withLock { $0.problem = problem }
    }

    package func write(_ text: String) throws(OutputProblem) {
        let problem = kept.withLock { kept in
            if kept.problem == nil { kept.text += text }
            return kept.problem
        }
        if let problem { throw problem }
    }
}
