/// How the program ends, for scripts: the one table of exit statuses.
package enum RunStatus: Sendable, Equatable {
    case done
    case failed
    case differences
    case notPermitted
    case temporary
    case verificationFailed
    case notFound
    case deadlinePassed
    case partlyFailed
    case usage
    /// A signal of this number ended the run; so does a reader that closed standard output (13).
    case signal(Int32)

    /// The number that the shell sees.
    package var number: Int32 {
        switch self {
        case .done: 0
        case .failed: 1
        case .differences: 2
        case .notPermitted: 4
        case .temporary: 5
        case .verificationFailed: 6
        case .notFound: 7
        case .deadlinePassed: 8
        case .partlyFailed: 9
        case .usage: 64
        case .signal(let number): 128 + number
        }
    }

    /// What the number tells, in a few words.
    package var meaning: String {
        switch self {
        case .done: "done, or nothing to do"
        case .failed: "failed"
        case .differences: "differences found (plan, verify)"
        case .notPermitted: "not authenticated, or not permitted"
        case .temporary: "temporary failure: trying again later may help"
        case .verificationFailed: "verification failed: signature, checksum or rollback"
        case .notFound: "not found"
        case .deadlinePassed: "the deadline passed and the work is still pending"
        case .partlyFailed: "some parts failed, the others are done"
        case .usage: "wrong usage: options, arguments or settings"
        case .signal: "ended by signal n: 130 interrupt, 143 terminate, 141 output closed early"
        }
    }

    /// Every status but the signals, in the order of their numbers.
    package static let numbered: [RunStatus] = [
        .done, .failed, .differences, .notPermitted, .temporary, .verificationFailed, .notFound,
        .deadlinePassed, .partlyFailed, .usage,
    ]
}
