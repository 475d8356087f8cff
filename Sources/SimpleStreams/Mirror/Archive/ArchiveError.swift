/// What is wrong with an archive, or keeps one from being made.
package struct ArchiveError: Error, Hashable, Sendable {
    /// The kinds that are told apart.
    package enum Kind: Hashable, Sendable {
        /// The file ends too early.
        case truncated
        /// The stream ended too early; it may come whole another time.
        case interrupted
        /// Bytes of it are not what its manifest or the signed metadata says.
        case damaged
        /// It has something in it that has no place there.
        case refused
        /// It relies on files that are not in the mirror.
        case lacking
        /// It is no archive of this program, or of a later one.
        case unsupported
        /// The mirror to be packed is not what its metadata says.
        case wrongMirror
        /// There is no such file.
        case missing
        /// It cannot be read or written.
        case failed
        /// Whoever read it went away before its end.
        case closed
        /// The task was cancelled.
        case cancelled
    }

    /// What kind of problem it is.
    package let kind: Kind
    /// What was found, for a person.
    package let detail: String
    /// What to do next, when that is known.
    package let hint: String?
    /// The files it is about, by path.
    package let paths: [String]

    /// An error.
    package init(_ kind: Kind, _ detail: String, hint: String? = nil, paths: [String] = []) {
        self.kind = kind
        self.detail = detail
        self.hint = hint
        self.paths = paths
    }
}

extension ArchiveError: CustomStringConvertible {
    package var description: String { detail }

    /// Paths named in a message; `paths` has them all.
    private static let shown = 3

    /// Some of the paths, and how many more there are.
    static func list(_ paths: [String]) -> String {
        let rest = paths.count - shown
        return paths.prefix(shown).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
