/// Finds texts in a text in one pass, however many there are: a hundred regions have some hundred
/// forms of their secrets, and all that is printed is searched for each.
struct SecretFinder: Sendable {
    /// Bytes by which a place is known to be worth a closer look; no shorter text can be found.
    static let prefix = 4

    /// What is looked for, by its first bytes; the longest first.
    private var needles: [UInt32: [[UInt8]]] = [:]
    /// Whether something begins with bytes that have this mark, so that most places cost one look.
    private var marks = [Bool](repeating: false, count: 1 << 12)

    init() {}

    /// Looks for this text too from now on. Shorter ones than `prefix` are passed over.
    mutating func add(_ text: String) {
        let needle = Array(text.utf8)
        guard needle.count >= Self.prefix else { return }
        let start = needle.prefix(Self.prefix).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        var others = needles[start] ?? []
        guard !others.contains(needle) else { return }
        others.append(needle)
        needles[start] = others.sorted { $0.count > $1.count }
        marks[Self.mark(start)] = true
    }

    /// The text with everything that was found replaced: the first place first, there the longest.
    func replacing(in text: String, with mark: String) -> String {
        guard !needles.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var taken = 0
        var place = 0
        var window: UInt32 = 0
        while place < bytes.count {
            window = window << 8 | UInt32(bytes[place])
            place += 1
            let start = place - Self.prefix
            guard start >= taken, marks[Self.mark(window)],
                let length = length(of: window, at: start, in: bytes)
            else { continue }
            result += bytes[taken..<start]
            result += mark.utf8
            taken = start + length
            // Bytes that are replaced begin nothing.
            place = taken
        }
        guard taken > 0 else { return text }
        return String(decoding: result + bytes[taken...], as: UTF8.self)
    }

    private func length(of window: UInt32, at start: Int, in bytes: [UInt8]) -> Int? {
        needles[window]?.first { needle in
            start + needle.count <= bytes.count
                && bytes[start..<(start + needle.count)].elementsEqual(needle)
        }?.count
    }

    private static func mark(_ window: UInt32) -> Int {
        Int((window &* 0x9e37_79b1) >> 20)
    }
}
