/// How long a server waits, and for how many.
package struct ServerLimits: Hashable, Sendable {
    /// Connections at a time; further ones are told to come again.
    package var connections = 256
    /// Milliseconds a connection may be idle between requests, and a head may take to arrive.
    package var idle = 30_000
    /// Seconds an answer may stand still.
    package var standstill = 60
    /// Milliseconds that answers may go on after the server was told to stop.
    package var grace = 3_000

    /// The usual limits.
    package init() {}
}
