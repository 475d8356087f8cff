/// Whatever can carry a request to a server and bring the answer back.
package protocol HTTPExchange: Sendable {
    /// Sends a request, repeating it where the retry policy allows, and returns the answer whatever
    /// its status.
    ///
    /// - Parameter sink: takes the body in place of the response.
    func send(
        _ request: HTTPRequest, sink: (any BodySink)?
    ) async throws(TransportError) -> HTTPResponse
}

extension HTTPExchange {
    /// Sends a request and keeps the body in the response.
    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        try await send(request, sink: nil)
    }
}
