internal import SimpleStreams

extension CatalogueFailure {
    /// A document that could not be fetched, in the words Python's libraries have for it.
    init(_ failure: LoopbackHTTP.Failure, _ url: String) {
        guard case .unreachable(let host, let port, let path) = failure else {
            self.init(reason: "Unable to open \(url). mirrors=[]")
            return
        }
        self.init(
            reason: "HTTPConnectionPool(host='\(host)', port=\(port)): Max retries exceeded with "
                + "url: \(path) (Caused by NewConnectionError(\"HTTPConnection(host='\(host)', "
                + "port=\(port)): Failed to establish a new connection: "
                + "[Errno 111] Connection refused\"))")
    }

    /// A document that was not believed. Where gpgv says no, MAAS up to 3.7 does not catch it, and
    /// so nobody is told.
    init(_ error: VerificationError) {
        switch error.reason {
        case .unsigned:
            self.init(reason: "No signature found! Verify network connectivity.")
        case .gpgvUnavailable:
            self.init(reason: "\(error.description); \(error.hint)")
        default:
            self.init(reason: error.description, isSilent: true)
        }
    }
}
