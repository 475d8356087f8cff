internal import SimpleStreams

/// What a look at a stream found wrong: a refusal, or a warning where that was asked for.
struct PreflightRefusal: Error {
    let kind: WorkflowError.Kind
    /// What is wrong with the stream, after its address.
    let problem: String
    let hint: String

    private static let override = "to make the change all the same: --force"

    /// The stream lacks what the region needs.
    init(lacking problems: [String], _ catalogue: StreamCatalogue) {
        let offered = catalogue.releases.joined(separator: ", ")
        kind = .refused
        problem = problems.joined(separator: "; ")
        hint = "it offers \(offered.isEmpty ? "no images" : offered); \(Self.override)"
    }

    /// The stream cannot be read or believed.
    init(_ error: CatalogueError, _ url: String) {
        problem = error.summary
        switch error {
        case .unverified(let cause):
            kind = .verification
            hint = Self.keys(cause, url)
        case .unreadable(_, let cause):
            kind = cause.isPassing ? .unreachable : .refused
            hint =
                cause.kind == .notFound
                ? "see what is there: maas-boot source probe \(url)"
                : "if only the region can reach it: --preflight warn"
        case .unusable:
            kind = .refused
            hint = Self.override
        }
    }

    /// What to do about a signature. A source that had a mirror's own keyring does not come back to
    /// Canonical's stream by its address alone.
    private static func keys(_ cause: VerificationError, _ url: String) -> String {
        guard case .unknownKey = cause.reason else {
            return "\(cause.hint); or name the right keys with --keyring"
        }
        return OfficialStream(url: url) == nil
            ? cause.hint : "its keyring is Canonical's; \(KeyringChoice.placesHint)"
    }

    /// The words in which the change is refused.
    func error(_ url: String) -> WorkflowError {
        WorkflowError(kind, "nothing was changed, for \(url) will not do: \(problem)", hint: hint)
    }
}

extension CatalogueError {
    /// What happened, in one line.
    package var summary: String {
        switch self {
        case .unreadable(_, let error): "\(error)"
        case .unverified(let error): "\(error)"
        case .unusable(let path, let error): "\(path): \(error)"
        }
    }
}

extension SourceError {
    /// Whether the same request may succeed later.
    var isPassing: Bool {
        switch kind {
        case .temporary, .interrupted: true
        default: false
        }
    }
}
