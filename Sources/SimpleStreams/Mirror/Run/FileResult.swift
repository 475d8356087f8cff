/// What became of a file that was to be fetched.
package struct FileResult: Sendable {
    /// How it ended.
    package enum Ending: Sendable {
        /// It is in the mirror and right.
        case fetched
        /// It was not fetched.
        case failed(FileFailure)
    }

    /// The file.
    package let file: FileEntry
    /// How it ended.
    package let ending: Ending
    /// Bytes received for it in this run.
    package let received: Int64
    /// Whether an earlier run's part was continued.
    package let resumed: Bool

    /// Why it failed; nil when it did not.
    package var failure: FileFailure? {
        if case .failed(let failure) = ending { failure } else { nil }
    }
}

/// Why a file was not fetched.
package enum FileFailure: Error, Hashable, Sendable {
    /// Upstream did not deliver it.
    case source(SourceError)
    /// The body had more bytes than metadata says; it was cut off there.
    case tooLong
    /// The body ended before all bytes came.
    case tooShort(received: Int64)
    /// All bytes came, and their SHA-256 is another.
    case wrongContent(SHA256Digest)
    /// It stood still for longer than allowed.
    case stalled
    /// It could not be stored.
    case store(StoreError)
    /// The run was cancelled, or ended for lack of room, before this file was done.
    case cancelled

    /// Whether trying again later may help.
    package var isTemporary: Bool {
        switch self {
        case .source(let error): error.isTemporary
        case .store(let error): error.isTemporary
        case .stalled, .tooShort, .cancelled: true
        default: false
        }
    }
}

extension FileFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .source(let error): error.description
        case .tooLong: "upstream sent more bytes than the metadata says"
        case .tooShort(let received): "upstream ended after \(received) bytes"
        case .wrongContent(let digest): "what came has sha256 \(digest)"
        case .stalled: "the transfer stood still"
        case .store(let error): error.description
        case .cancelled: "cancelled"
        }
    }
}
