/// What a request's `Range` asks of a file (RFC 9110 §14).
enum StreamByteRange: Sendable, Hashable {
    /// All of it: there is no range, or one of a kind that a server may ignore.
    case whole
    /// These bytes.
    case part(Range<Int>)
    /// No byte that the file has.
    case unsatisfiable

    /// Reads `bytes=a-b`, `bytes=a-` and `bytes=-n`. Several ranges at once are ignored.
    init(_ field: String?, size: Int) {
        guard let field, field.hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let ends = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else {
            self = .whole
            return
        }
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, let last?) where first <= last:
            self.init(from: first, to: min(last, size - 1) + 1, size: size)
        case (let first?, nil) where ends[1].isEmpty:
            self.init(from: first, to: size, size: size)
        case (nil, let count?) where ends[0].isEmpty:
            self.init(from: max(0, size - count), to: size, size: count > 0 ? size : 0)
        default:
            self = .whole
        }
    }

    private init(from first: Int, to end: Int, size: Int) {
        self = first < size ? .part(first..<end) : .unsatisfiable
    }
}
