/// Finds the name that was probably meant.
package enum NearestName {
    /// The candidate nearest to what was typed, by edits; nil when none is near.
    ///
    /// Near is at most a third of the letters, and always at least one.
    package static func to(_ typed: String, among candidates: [String]) -> String? {
        let limit = max(1, typed.count / 3)
        return candidates.map { (name: $0, distance: distance(typed, $0)) }
            .filter { $0.distance <= limit }
            .min { $0.distance < $1.distance }?.name
    }

    /// The least number of letters inserted, removed or replaced (Levenshtein), case aside.
    package static func distance(_ first: String, _ second: String) -> Int {
        let columns = Array(second.lowercased())
        var row = Array(0...columns.count)
        for (index, letter) in first.lowercased().enumerated() {
            var previous = row[0]
            row[0] = index + 1
            for (column, other) in columns.enumerated() {
                let replaced = previous + (letter == other ? 0 : 1)
                previous = row[column + 1]
                row[column + 1] = min(replaced, previous + 1, row[column] + 1)
            }
        }
        return row[columns.count]
    }
}
