/// Why an index or a products file cannot be used.
package struct DocumentError: Error, Hashable, CustomStringConvertible {
    /// What is wrong at the place.
    package enum Reason: Hashable, Sendable {
        /// Not JSON (RFC 8259): what was expected there.
        case syntax(expected: String)
        /// Another kind of value than the format asks for.
        case wrongType(expected: String, found: String)
        /// A member that must be there is not.
        case missing(String)
        /// An object names the same member twice; readers differ in which one they take.
        case duplicateKey(String)
        /// Bytes that are not UTF-8, or an escape that names no character.
        case notUnicode
        /// Nested deeper than `JSONReader.maximumDepth`.
        case tooDeep
        /// More bytes than the limit.
        case tooLarge(limit: Int)
        /// Not the format that was expected (`index:1.0`, `products:1.0`).
        case wrongFormat(expected: String, found: String)
        /// A path that is refused.
        case path(PathRefusal)
        /// A content id that cannot be a file's name.
        case contentID(String)
        /// A size that is not a count of bytes.
        case size(String)
        /// A SHA-256 that is not 64 hexadecimal digits.
        case digest(String)
        /// No SHA-256; the weaker or other digests that were given instead.
        case noSHA256(given: [String])
        /// The products file is another one than the index says.
        case contentIDMismatch(expected: String, found: String)
        /// The document says things by way of `_aliases`, which no MAAS stream does.
        case aliases
    }

    /// Where in the document.
    package let place: JSONPlace
    /// Byte offset in the document, where there is one.
    package let offset: Int?
    /// What is wrong.
    package let reason: Reason

    /// An error at a place.
    package init(_ reason: Reason, at place: JSONPlace, offset: Int? = nil) {
        self.reason = reason
        self.place = place
        self.offset = offset
    }

    package var description: String {
        let position = offset.map { " (byte \($0))" } ?? ""
        return "\(reason) at \(place)\(position)"
    }
}

extension DocumentError.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .syntax(let expected): "not JSON: expected \(expected)"
        case .wrongType(let expected, let found): "expected \(expected), found \(found)"
        case .missing(let name): "\(PrintableText.quote(name)) is missing"
        case .duplicateKey(let name): "\(PrintableText.quote(name)) is there twice"
        case .notUnicode: "text that is not Unicode"
        case .tooDeep: "nested deeper than \(JSONReader.maximumDepth) levels"
        case .tooLarge(let limit): "more than \(limit) bytes"
        case .wrongFormat(let expected, let found):
            "expected format \(expected), found \(PrintableText.quote(found))"
        case .path(let refusal): refusal.description
        case .contentID(let text): "\(PrintableText.quote(text)) cannot be a content id"
        case .size(let text): "\(PrintableText.quote(text)) is not a size in bytes"
        case .digest(let text): "\(PrintableText.quote(text)) is not a SHA-256 (64 hex digits)"
        case .noSHA256(let given) where given.isEmpty: "no sha256"
        case .noSHA256(let given): "no sha256, only \(given.joined(separator: " and "))"
        case .contentIDMismatch(let expected, let found):
            "expected content id \(PrintableText.quote(expected)), "
                + "found \(PrintableText.quote(found))"
        case .aliases: "aliases are not supported; no MAAS stream uses them"
        }
    }
}
