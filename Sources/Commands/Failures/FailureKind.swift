/// The kinds of failure that a script can tell apart.
package enum FailureKind: Sendable, Equatable, CaseIterable {
    case failed
    case notAuthenticated
    case notPermitted
    case temporary
    case verificationFailed
    case notFound
    case deadlinePassed
    case partlyFailed
    case usage
    case interrupted
    case terminated
    case outputClosed

    /// The kind's name in JSON: a promise to scripts.
    package var code: String {
        switch self {
        case .failed: "failed"
        case .notAuthenticated: "not_authenticated"
        case .notPermitted: "not_permitted"
        case .temporary: "temporary"
        case .verificationFailed: "verification_failed"
        case .notFound: "not_found"
        case .deadlinePassed: "deadline_passed"
        case .partlyFailed: "partly_failed"
        case .usage: "usage"
        case .interrupted: "interrupted"
        case .terminated: "terminated"
        case .outputClosed: "output_closed"
        }
    }

    /// The status that a run ends with when it failed in this way.
    package var exitStatus: RunStatus {
        switch self {
        case .failed: .failed
        case .notAuthenticated, .notPermitted: .notPermitted
        case .temporary: .temporary
        case .verificationFailed: .verificationFailed
        case .notFound: .notFound
        case .deadlinePassed: .deadlinePassed
        case .partlyFailed: .partlyFailed
        case .usage: .usage
        case .interrupted: .signal(2)
        case .terminated: .signal(15)
        case .outputClosed: .signal(13)
        }
    }
}
