/// Why a mirror run ended before it had a result, or a plan could not be made. Nothing that is
/// published was changed.
package enum MirrorError: Error, Sendable {
    /// Upstream did not deliver a metadata document.
    case metadata(RelativePath, SourceError)
    /// A document's signature is not accepted.
    case verification(VerificationError)
    /// The mirror's own metadata was not signed.
    case signing(SigningError)
    /// A document cannot be understood.
    case document(RelativePath, DocumentError)
    /// The metadata is older than what was accepted, or signed by another key.
    case distrusted([TrustVerdict])
    /// A filter cannot be read.
    case filter(FilterError)
    /// An item that is selected is wrong, or two contradict one another.
    case selection(SelectionError)
    /// A number of versions to keep makes no sense.
    case retention(RetentionError)
    /// The filters take nothing of what upstream offers.
    case nothingSelected(NoMatch)
    /// The place mirrors another stream.
    case otherUpstream(recorded: String, given: String)
    /// Not enough room, found out before the first byte was fetched.
    case noSpace(needed: Int64, free: Int64)
    /// The store failed.
    case store(StoreError)
    /// Nothing was mirrored at the place yet.
    case noMirror(String)
    /// An archive is wrong, or could not be made.
    case archive(ArchiveError)
    /// The run was cancelled. Parts are kept.
    case cancelled
}

extension MirrorError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .metadata(let path, let error): "cannot read \(path): \(error)"
        case .verification(let error): error.description
        case .signing(let error): error.description
        case .document(let path, let error): "\(path) cannot be used: \(error)"
        case .distrusted(let verdicts): verdicts.map(\.description).joined(separator: "; ")
        case .filter(let error): "\(error)"
        case .selection(let error): error.description
        case .retention(let error): error.description
        case .nothingSelected(let match): match.description
        case .otherUpstream(let recorded, let given):
            "the mirror is of \(PrintableText.quote(recorded)), not of "
                + PrintableText.quote(given)
        case .noSpace(let needed, let free):
            "\(needed) bytes are needed and \(free) are free"
        case .store(let error): error.description
        case .noMirror(let place): "nothing has been mirrored to \(place) yet"
        case .archive(let error): error.detail
        case .cancelled: "cancelled"
        }
    }

    /// What to do next, when that is known.
    package var hint: String? {
        switch self {
        case .metadata(_, let error):
            switch error.kind {
            case .notFound: "is this the base of a stream, above streams/v1/?"
            case .temporary, .interrupted: "try again later"
            default: nil
            }
        case .verification(let error): error.hint
        case .signing(let error): error.hint
        case .document(_, let error): error.hint
        case .distrusted(let verdicts): verdicts.first?.hint
        case .nothingSelected(let match): match.hint
        case .otherUpstream: "use another directory, or confirm it with --change-upstream"
        case .noSpace: "make room, mirror fewer releases, or keep fewer versions"
        case .store(let error): error.hint
        case .archive(let error): error.hint
        case .noMirror: "make a mirror there first: maas-boot mirror sync UPSTREAM DIRECTORY"
        default: nil
        }
    }

    /// Whether trying again later may help.
    package var isTemporary: Bool {
        switch self {
        case .metadata(_, let error): error.isTemporary
        case .store(let error): error.isTemporary
        default: false
        }
    }
}

extension SourceError {
    /// Whether the same request may succeed later.
    package var isTemporary: Bool {
        switch kind {
        case .temporary, .interrupted: true
        default: false
        }
    }
}
