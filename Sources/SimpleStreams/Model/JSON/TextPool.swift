/// The number of a text kept in a `TextPool`. Equal texts have equal numbers.
package struct TextID: Hashable, Sendable {
    let index: UInt32
}

/// Every text of a document, kept once.
///
/// Streams repeat themselves: a products file of 10 MB holds some ten thousand different texts.
/// Texts are told apart byte by byte: Swift's `String` takes two spellings of "é" for equal, but
/// to a file system and to a signature they are two names.
struct TextPool: Sendable {
    private(set) var texts: [String] = []
    private var hashes: [Int] = []
    /// Open addressing: a text's number plus one, or 0 for a free slot; the count is a power of two.
    private var slots = [UInt32](repeating: 0, count: 64)

    /// The text behind a number.
    subscript(id: TextID) -> String { texts[Int(id.index)] }

    /// The number of a text, which is added when it is new; nil when the bytes are not UTF-8.
    mutating func intern(_ bytes: ArraySlice<UInt8>) -> TextID? {
        let hash = Self.hash(bytes)
        let slot = self.slot(of: bytes, hash: hash)
        if slots[slot] != 0 { return TextID(index: slots[slot] - 1) }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        texts.append(text)
        hashes.append(hash)
        slots[slot] = UInt32(texts.count)
        if texts.count * 2 > slots.count { grow() }
        return TextID(index: UInt32(texts.count - 1))
    }

    /// The number of a text, which is added when it is new.
    mutating func intern(_ text: String) -> TextID {
        // A String is always valid UTF-8, so the other branch is never taken.
        intern(ArraySlice(text.utf8)) ?? TextID(index: 0)
    }

    /// The number of a text, when the document has it.
    func find(_ text: String) -> TextID? {
        let bytes = ArraySlice(text.utf8)
        let found = slots[slot(of: bytes, hash: Self.hash(bytes))]
        return found == 0 ? nil : TextID(index: found - 1)
    }

    private func slot(of bytes: ArraySlice<UInt8>, hash: Int) -> Int {
        let mask = slots.count - 1
        var slot = hash & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot] - 1)
            if hashes[index] == hash, Self.equal(texts[index], bytes) { break }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (index, hash) in hashes.enumerated() {
            var slot = hash & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// Seeded anew in each process, so nobody can publish texts that all meet in one slot.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
        var hasher = Hasher()
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    private static func equal(_ text: String, _ bytes: ArraySlice<UInt8>) -> Bool {
        text.utf8.count == bytes.count && text.utf8.elementsEqual(bytes)
    }
}
