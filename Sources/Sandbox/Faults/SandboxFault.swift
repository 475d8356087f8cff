/// A way in which the sandbox misbehaves on request.
package enum SandboxFault: Sendable, Equatable, Codable {
    case unavailableOnce(retryAfter: Int)
    case unavailable(retryAfter: Int)
    case badGateway
    case traceback
    case htmlPage
    case truncatedJSON
    case hugeJSON
    case slow(milliseconds: Int)
    case neverAnswer
    case reset
    case stalledImport
    case failedImport
    case instantImport
    case importFailsAtOnce
    case restart
    case lostRegionController
    case isImportingLies
    case wrongKey
    case clockSkew(seconds: Int)
    case noCatalogue
    case redirect
    case createFails
}
