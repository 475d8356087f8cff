/// The one range of bytes that a request asks for (RFC 9110, section 14).
enum ByteRange: Hashable, Sendable {
    /// Everything: no range, several, or one that is none.
    case whole
    case part(Range<Int64>)
    /// A range of which the file has no byte.
    case unsatisfiable

    init(_ header: String?, size: Int64) {
        guard let header, header.lowercased().hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false).map {
            $0.filter { $0 != " " && $0 != "\t" }
        }
        guard ends.count == 2, let range = Self.range(ends[0], ends[1], size) else {
            self = .whole
            return
        }
        self = range.isEmpty ? .unsatisfiable : .part(range)
    }

    /// The bytes that are there of the range; nil for what is no range.
    private static func range(_ first: String, _ last: String, _ size: Int64) -> Range<Int64>? {
        if first.isEmpty {
            return number(last).map { max(0, size - $0)..<size }
        }
        guard let start = number(first) else { return nil }
        guard !last.isEmpty else { return min(start, size)..<size }
        guard let end = number(last), end >= start else { return nil }
        return min(start, size)..<min(end, size - 1) + 1
    }

    private static func number(_ text: String) -> Int64? {
        guard !text.isEmpty, text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return nil }
        // What no number holds is beyond the end of every file.
        return Int64(text) ?? .max - 1
    }
}
