/// How like two words are, for "did you mean".
enum Likeness {
    /// Longest word compared letter by letter.
    private static let longest = 64

    /// Words ordered by their likeness to one that was asked for, then by name.
    static func order(_ words: some Sequence<String>, by wish: String) -> [String] {
        words.map { (word: $0, distance: distance($0, wish)) }
            .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
            .map(\.word)
    }

    /// Letters to add, leave out or change to make one word of the other (Levenshtein).
    static func distance(_ first: String, _ second: String) -> Int {
        let left = Array(first.lowercased().utf8.prefix(longest))
        let right = Array(second.lowercased().utf8.prefix(longest))
        var row = Array(0...right.count)
        for (line, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in right.enumerated() {
                let changed = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
