/// What one finished attempt took.
package struct TransferStatistics: Sendable, Equatable {
    /// Body bytes received.
    package var bodyBytes: Int
    /// From the start of the attempt until the first byte of the answer.
    package var firstByte: Duration
    /// From the start of the attempt until its end; time in the client's queue does not count.
    package var total: Duration
    /// Connections opened for it: 0 when an open one served.
    package var newConnections: Int
    /// Whether the answer came over HTTP/2 or newer, which carries many transfers at a time over
    /// one connection.
    package var isMultiplexed: Bool

    package init(
        bodyBytes: Int = 0, firstByte: Duration = .zero, total: Duration = .zero,
        newConnections: Int = 0, isMultiplexed: Bool = false
    ) {
        self.bodyBytes = bodyBytes
        self.firstByte = firstByte
        self.total = total
        self.newConnections = newConnections
        self.isMultiplexed = isMultiplexed
    }
}
