extension StreamFault {
    /// Whether this fault shows in nothing but a line's documents.
    var isOfDocuments: Bool {
        edit != nil || signer != nil || isOfPublication || self == .tampered
    }

    /// Whether this fault decides which publication's documents are served.
    var isOfPublication: Bool {
        self == .rolledBack || self == .frozen || self == .publishesAfterIndex
    }

    /// Whether it shows in a document of this name.
    func concerns(_ document: StreamDocumentName?) -> Bool {
        guard isOfDocuments else { return true }
        guard let document else { return false }
        return self == .publishesAfterIndex ? document.isIndex : true
    }

    /// The change to what documents say.
    var edit: StreamEdit? {
        switch self {
        case .updated(let text): .updated(text)
        case .itemPath(let path): .itemPath(path)
        case .itemSize(let size): .itemSize(size)
        case .productsPath(let path): .productsPath(path)
        case .contentID(let id): .contentID(id)
        case .duplicateKeys: .duplicateKeys
        case .deep(let levels): .deep(levels)
        case .withoutBootloaders: .withoutBootloaders
        case .withoutRelease(let release): .withoutRelease(release)
        default: nil
        }
    }

    /// Who signs in place of the stream's key; the inner nil is nobody.
    var signer: SampleKey?? {
        switch self {
        case .unsigned: .some(nil)
        case .resigned: .other
        case .expiredKey: .expired
        default: nil
        }
    }

    /// Refuses numbers that no answer can have.
    func validate() throws(InvalidStreamFault) {
        let valid =
            switch self {
            case .status(let status, _, _): (200...599).contains(status)
            case .slow(let rate): rate > 0
            case .stall(let count), .reset(let count), .cut(let count): count >= 0
            case .flippedByte(let position): position >= 0
            case .longer(let count), .enormous(let count), .gzipBomb(let count): count > 0
            case .contentLengthTooShort(let count), .contentLengthTooLong(let count): count > 0
            case .deep(let levels): levels > 0
            default: true
            }
        guard valid else { throw .number(self) }
    }
}
