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

    /// The least number of letters inserted, removed, replaced or swapped with their neighbour
    /// (optimal string alignment), case aside.
    package static func distance(_ first: String, _ second: String) -> Int {
        let (first, second) = (Array(first.lowercased()), Array(second.lowercased()))
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
