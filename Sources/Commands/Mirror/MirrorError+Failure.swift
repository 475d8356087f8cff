internal import SimpleStreams

extension MirrorError: FailureConvertible {
    package var failure: Failure {
        Failure(kind, text, hint: hint)
    }

    private var text: String {
        guard case .noSpace(let needed, let free) = self else { return description }
        return "\(ByteSize(bytes: Int(needed))) are needed and \(ByteSize(bytes: Int(free))) are "
            + "free; nothing was fetched"
    }

    private var kind: FailureKind {
        switch self {
        case .metadata(_, let error) where error.kind == .notFound: .notFound
        case .metadata, .store: isTemporary ? .temporary : .failed
        case .signing(let error): error.kind
        case .verification, .distrusted: .verificationFailed
        case .document, .selection, .noSpace: .failed
        case .filter, .retention, .otherUpstream: .usage
        case .nothingSelected, .noMirror: .notFound
        case .cancelled: .interrupted
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
