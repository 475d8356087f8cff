package import MAAS

/// What became of a plan.
package struct DocumentOutcome: Sendable {
    /// One for each step, in the plan's order.
    package var results: [StepResult] = []
    /// Nil when no import was asked for, or its order failed.
    package var order: ImportOrder?
    package var warnings: [String] = []
    /// How a wait ended; nil without one.
    package var readiness: ImportWatch.Outcome?
    /// What ended a wait without the images.
    package var waitProblem: (any Error)?
    /// Notices about images that came meanwhile.
    package var notices: [Notification] = []

    package init() {}

    /// One step, and what became of it.
    package struct StepResult: Sendable {
        package enum End: Sendable {
            case done
            case failed(any Error)
            /// Not tried, because of something before it.
            case skipped(String)
            /// To be taken later, by another run: the image it needs is not there yet.
            case deferred(String)
        }

        package let step: DocumentStep
        package let end: End

        package init(_ step: DocumentStep, _ end: End) {
            self.step = step
            self.end = end
        }

        package var isDone: Bool {
            if case .done = end { return true }
            return false
        }

        package var failure: (any Error)? {
            if case .failed(let error) = end { return error }
            return nil
        }
    }
}
