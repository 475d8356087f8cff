internal import SimpleStreams

extension MirrorError: FailureConvertible {
    package var failure: Failure {
        Failure(kind, text, hint: hint, details: details)
    }

    private var details: [String: JSONValue] {
        guard case .archive(let error) = self, !error.paths.isEmpty else { return [:] }
        return ["paths": .strings(error.paths)]
    }

    private var text: String {
        guard case .noSpace(let needed, let free) = self else { return description }
        return "\(ByteSize(bytes: Int(needed))) are needed and \(ByteSize(bytes: Int(free))) are "
            + "free; nothing was fetched"
    }

    private var kind: FailureKind {
        switch self {
        case .metadata(_, let error) where error.kind == .notFound: .notFound
        case .metadata: isTemporary ? .temporary : .failed
        case .store(let error): error.failureKind
        case .signing(let error): error.kind
        case .verification, .distrusted: .verificationFailed
        case .document, .selection, .noSpace: .failed
        case .filter, .retention, .otherUpstream: .usage
        case .nothingSelected, .noMirror: .notFound
        case .archive(let error): error.failureKind
        case .cancelled: .interrupted
        }
    }
}

extension ArchiveError: FailureConvertible {
    package var failure: Failure { MirrorError.archive(self).failure }

    fileprivate var failureKind: FailureKind {
        switch kind {
        case .interrupted: .temporary
        case .damaged, .refused, .lacking, .wrongMirror: .verificationFailed
        case .truncated, .unsupported, .failed: .failed
        case .missing: .notFound
        case .closed: .outputClosed
        case .cancelled: .interrupted
        }
    }
}

extension StoreError {
    /// What kind of failure it is to a person.
    var failureKind: FailureKind {
        switch kind {
        case .held, .unavailable: .temporary
        case .unauthenticated: .notAuthenticated
        case .forbidden: .notPermitted
        case .missing: .notFound
        case .full, .planted, .denied, .damaged, .failed: .failed
        }
    }
}

extension SigningError {
    fileprivate var kind: FailureKind {
        switch self {
        case .unknownKey, .noSecretKey: .notFound
        case .ambiguousKey: .usage
        case .unacceptable: .verificationFailed
        default: .failed
        }
    }
}

extension VerificationError: FailureConvertible {
    package var failure: Failure { Failure(.verificationFailed, description, hint: hint) }
}
