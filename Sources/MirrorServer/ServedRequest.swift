/// A request that was answered, for the access log.
package struct ServedRequest: Hashable, Sendable {
    /// Who asked: a numeric address.
    package let peer: String
    /// What was asked for: method and target; `-` where it was not understood.
    package let request: String
    /// The status of the answer.
    package let status: Int
    /// Bytes of the body that were sent.
    package let bytes: Int64
    /// Whether the whole answer was sent.
    package let isWhole: Bool
}
