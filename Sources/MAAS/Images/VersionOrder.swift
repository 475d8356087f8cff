/// The order of set versions: `20251113` before `20251113.1` before `20251113.10`.
///
/// Regions number further versions of one day after a dot (MAAS counts uploads so, image streams
/// their builds), and sort by their own ids, which the API does not show.
package enum VersionOrder {
    /// Whether a set of this version is newer than one of the other.
    package static func isNewer(_ version: String, than other: String) -> Bool {
        let (mine, theirs) = (parts(version), parts(other))
        for (left, right) in zip(mine, theirs) where left != right {
            return right < left
        }
        return mine.count == theirs.count ? version > other : mine.count > theirs.count
    }

    private static func parts(_ version: String) -> [Part] {
        version.split(separator: ".", omittingEmptySubsequences: false).map(Part.init)
    }

    /// A number of any length, or a text, which comes after all numbers.
    private struct Part: Comparable {
        let isText: Bool
        let digits: Int
        let text: String

        init(_ part: Substring) {
            isText = part.isEmpty || !part.allSatisfy { ("0"..."9").contains($0) }
            text = String(isText ? part : part.drop { $0 == "0" })
            digits = isText ? 0 : text.utf8.count
        }

        static func < (left: Part, right: Part) -> Bool {
            guard left.isText == right.isText else { return right.isText }
            return (left.digits, left.text) < (right.digits, right.text)
        }
    }
}
