/// How much a look at a stream counts before a region is pointed at it.
package enum PreflightMode: String, Sendable, CaseIterable {
    /// What is missing keeps the change from being made.
    case require
    /// What is missing is said, and the change made.
    case warn
    /// The stream is not looked at.
    case off
}
