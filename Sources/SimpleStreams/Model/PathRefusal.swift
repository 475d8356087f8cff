/// Why a path from metadata is not used.
package struct PathRefusal: Error, Hashable, CustomStringConvertible {
    /// What is wrong with the path.
    package enum Reason: Hashable, Sendable, CaseIterable {
        /// No character at all.
        case empty
        /// Begins with `/`.
        case absolute
        /// Two slashes in a row, or one at the end.
        case emptyComponent
        /// A component `.` or `..`.
        case dotComponent
        /// A component that begins with `-`, which tools take for an option.
        case leadingDash
        /// NUL, a line end or another control character.
        case controlCharacter
        /// `\`, which some systems take for `/`.
        case backslash
        /// `%` and two hexadecimal digits, which servers decode.
        case percentForm
        /// `?` or `#`, which end a path within a URL.
        case urlDelimiter
        /// A component over 255 bytes.
        case longComponent
        /// Over 4096 bytes.
        case tooLong
        /// Bytes that are not UTF-8.
        case notUTF8
        /// An item at a name the mirror itself uses.
        case reserved
        /// Metadata that is not below `streams/`.
        case outsideStreams
    }

    /// The path as it was received.
    package let path: String
    /// What is wrong with it.
    package let reason: Reason

    package var description: String {
        "path \(PrintableText.quote(path)) refused: \(reason.text)"
    }
}

extension PathRefusal.Reason {
    var text: String {
        switch self {
        case .empty: "it is empty"
        case .absolute: "it is absolute"
        case .emptyComponent: "it has an empty component"
        case .dotComponent: "it has a component \".\" or \"..\""
        case .leadingDash: "a component begins with \"-\""
        case .controlCharacter: "it has a control character"
        case .backslash: "it has a backslash"
        case .percentForm: "it has a percent form"
        case .urlDelimiter: "it has \"?\" or \"#\""
        case .longComponent: "a component is longer than \(RelativePath.longestComponent) bytes"
        case .tooLong: "it is longer than \(RelativePath.longestPath) bytes"
        case .notUTF8: "it is not UTF-8"
        case .reserved: "the mirror keeps its own files there"
        case .outsideStreams: "metadata belongs below \"streams/\""
        }
    }
}
