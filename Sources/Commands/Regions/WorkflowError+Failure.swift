internal import Workflows

extension WorkflowError: FailureConvertible {
    package var failure: Failure {
        Failure(kind.failureKind, message, serverText: regionText, hint: hint)
    }
}

extension WorkflowError.Kind {
    /// Which exit status and code an end has.
    var failureKind: FailureKind {
        switch self {
        case .invalidInput: .usage
        case .notFound: .notFound
        case .ambiguous: .usage
        case .refused, .failed, .incomplete: .failed
        case .partly: .partlyFailed
        case .verification: .verificationFailed
        case .stalled, .unreachable: .temporary
        case .deadline: .deadlinePassed
        }
    }
}
