/// Takes a response's body as it arrives, instead of having it kept in memory.
///
/// Called on the client's driver thread, one call at a time for a transfer. What it does delays
/// every other transfer of the client, so it must not block for long. No call comes after `send`
/// has returned.
package protocol BodySink: AnyObject, Sendable {
    /// The final response's status and headers are known; decides whether its body is wanted.
    ///
    /// Called once for each attempt that is answered, before any byte, and also when the answer has
    /// no body. A second call therefore means that everything received so far is void; this holds
    /// for an answer that is retried (503, say) too.
    func begin(status: Int, headers: [HTTPHeader]) -> BodyDecision
    /// Takes the next bytes. False ends the transfer with `TransportError.Kind.refusedByReceiver`.
    func receive(_ bytes: UnsafeRawBufferPointer) -> Bool
}

/// Whether a body goes to the sink.
package enum BodyDecision: Sendable, Equatable {
    /// Give the bytes to the sink.
    case accept
    /// Keep the bytes in the response, as for a request without a sink: an error page, mostly.
    case keepInResponse
    /// End the transfer now.
    case refuse
}
