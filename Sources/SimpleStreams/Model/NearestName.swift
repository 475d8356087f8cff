/// Finds the name that was probably meant.
package enum NearestName {
    /// The longest name compared letter by letter; what follows does not count.
    private static let longest = 64

    /// The candidate nearest to what was typed, by edits; nil when none is near.
    ///
    /// Near is at most a third of the letters, and always at least one.
    package static func to(_ typed: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(1, typed.count / 3)
        return candidates.map { (name: $0, distance: distance(typed, $0)) }
            .filter { $0.distance <= limit }
            .min { $0.distance < $1.distance }?.name
    }

    /// Names ordered by their nearness to what was typed, then by the alphabet.
    package static func order(_ names: some Sequence<String>, by typed: String) -> [String] {
        names.map { (name: $0, distance: distance($0, typed)) }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
            .map(\.name)
    }

    /// The least number of letters inserted, removed, replaced or swapped with their neighbour
    /// (optimal string alignment), case aside.
    package static func distance(_ first: String, _ second: String) -> Int {
        let first = Array(first.lowercased().utf8.prefix(longest))
        let second = Array(second.lowercased().utf8.prefix(longest))
        var rows = [Array(0...second.count)]
        for index in first.indices {
            var row = [index + 1]
            for column in second.indices {
                let isSame = first[index] == second[column]
                var least = min(
                    rows[index][column] + (isSame ? 0 : 1), rows[index][column + 1] + 1,
                    row[column] + 1)
                if index > 0, column > 0, first[index] == second[column - 1],
                    first[index - 1] == second[column]
                {
                    least = min(least, rows[index - 1][column - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[first.count][second.count]
    }
}
