/// Remembers that a run is to order an import, from its first change until the order is given: a
/// region does not show that an order is missing, so a run that is cut off in between would leave
/// the next one with nothing to do.
package protocol ApplyRecord: Sendable {
    /// Whether an earlier run ended before its order.
    func importIsDue() -> Bool
    /// Called before the first change.
    func begin() throws
    /// Called once the import is ordered.
    func end()
}
