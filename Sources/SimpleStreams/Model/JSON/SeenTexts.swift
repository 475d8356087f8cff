/// The members an object has named so far: a short list first, a set when it grows.
struct SeenTexts {
    private var few: [TextID] = []
    private var many: Set<TextID> = []

    /// Notes a text; false when it was noted before.
    mutating func insert(_ text: TextID) -> Bool {
        guard few.count == 16 else {
            if few.contains(text) { return false }
            few.append(text)
            return true
        }
        if many.isEmpty { many = Set(few) }
        return many.insert(text).inserted
    }
}
