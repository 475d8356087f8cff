extension Failure {
    /// The failure that any error amounts to.
    ///
    /// An error that is neither a failure nor convertible is told by its own description.
    package init(from error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let convertible as any FailureConvertible: self = convertible.failure
        case is CancellationError: self.init(.interrupted, "interrupted")
        default: self.init(.failed, String(describing: error))
        }
    }
}
