/// A way in which the sandbox misbehaves on request.
package enum SandboxFault: Sendable, Equatable, Codable {
    /// The next request gets 503 with `Retry-After` in seconds, then all is well.
    case unavailableOnce(retryAfter: Int)
    /// Every request gets 503 with `Retry-After` in seconds.
    case unavailable(retryAfter: Int)
    /// nginx answers 502 with a page, because the region behind it is down.
    case badGateway
    /// Every request crashes the region: 500 with a Python traceback.
    case traceback
    /// A proxy answers everything with 200 and a login page.
    case htmlPage
    /// JSON bodies end halfway; `Content-Length` agrees with what is sent.
    case truncatedJSON
    /// JSON bodies are followed by 30 MB of white space.
    case hugeJSON
    /// Every answer comes that much later.
    case slow(milliseconds: Int)
    /// Requests are read and never answered.
    case neverAnswer
    /// Connections are reset once a request has been read.
    case reset
    /// Imports stop at two fifths of their bytes and stay there, still running.
    case stalledImport
    /// Imports fail at two fifths of their bytes, with a notice.
    case failedImport
    /// Imports are over before the answer to the request that starts them.
    case instantImport
    /// Imports fail after reading metadata, before a byte, with a notice.
    case importFailsAtOnce
    /// Imports begin again from the first byte at two fifths, once.
    case restart
    /// One of two region controllers is gone: from 3.5 on no image ever completes.
    case lostRegionController
    /// `is_importing` answers false throughout.
    case isImportingLies
    /// Every key is refused.
    case wrongKey
    /// The region's clock is that much ahead, or behind when negative.
    case clockSkew(seconds: Int)
    /// Catalogues never fill: selections are refused for ever.
    case noCatalogue
    /// The plain port of a region with TLS: everything is 301 to https.
    case redirect
    /// The next POST of a boot source gets 500, then all is well.
    case createFails

    /// Whether the fault is over once it has struck.
    var strikesOnce: Bool {
        switch self {
        case .unavailableOnce, .createFails: true
        default: false
        }
    }
}
