/// A request that a `StreamServer` received.
package struct StreamRequest: Sendable, Hashable {
    /// Which connection it came over, counted from 1 since the server's start.
    package let connection: Int
    package let method: String
    /// The decoded path, from the root: `/ephemeral-v3/stable/streams/v1/index.sjson`.
    package let path: String
    /// The field `Range` as it came.
    package let range: String?
    /// All fields, their names in lower case; the last of a name counts.
    package let headers: [String: String]
    /// The status of the answer; 0 when there was none.
    package var status: Int
    /// Bytes of the body that were handed to the connection so far, without framing.
    package var bytes: Int
}
