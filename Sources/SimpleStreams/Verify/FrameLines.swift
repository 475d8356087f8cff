/// The lines of a document, ended by LF or CRLF.
struct FrameLines {
    struct Line {
        /// Without its end.
        let content: ArraySlice<UInt8>

        /// Without white space at its end, which a signature does not cover.
        var trimmed: ArraySlice<UInt8> {
            var rest = content
            while let last = rest.last, last == 0x20 || last == 0x09 || last == 0x0D {
                rest.removeLast()
            }
            return rest
        }
    }

    private var rest: ArraySlice<UInt8>

    init(_ document: [UInt8]) {
        rest = document[...]
    }

    /// The next line; nil after the last.
    mutating func next() -> Line? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        var content = rest[..<end]
        if content.last == 0x0D { content.removeLast() }
        rest = rest[end...].dropFirst()
        return Line(content: content)
    }
}
