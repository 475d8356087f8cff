/// How many versions of a product a mirror keeps: `--max` and `--keep`.
package struct Retention: Hashable, Sendable, Codable {
    /// At most so many versions of each product, the newest; nil for all that are offered.
    package let max: Int?
    /// Whether versions that left the source stay, up to `max`.
    package let keepsVanished: Bool

    /// Everything that is offered, and nothing else.
    package static let offered = Retention(unchecked: nil, keepsVanished: false)

    /// A retention.
    ///
    /// `--keep` without `--max` would keep everything for ever, and `sstream-mirror` fails on it.
    package init(max: Int?, keepsVanished: Bool = false) throws(RetentionError) {
        if let max, max < 0 { throw .negativeMax(max) }
        if max == nil, keepsVanished { throw .keepWithoutMax }
        self.init(unchecked: max, keepsVanished: keepsVanished)
    }

    private init(unchecked max: Int?, keepsVanished: Bool) {
        self.max = max
        self.keepsVanished = keepsVanished
    }

    /// The versions a mirror holds after a run, the oldest first.
    ///
    /// - Parameters:
    ///   - offered: what the source has and the filters pass.
    ///   - held: what the mirror has of the product.
    package func resolve(offered: some Sequence<String>, held: some Sequence<String>) -> [String] {
        let offered = Self.ordered(offered)
        guard keepsVanished, let max else { return Array(offered.suffix(max ?? offered.count)) }
        let vanished = Self.ordered(held).filter { version in
            !offered.contains { $0.utf8.elementsEqual(version.utf8) }
        }
        // The newest of the vanished fill what the offered leave free.
        let room = Swift.max(0, max - offered.count)
        return Self.ordered(offered.suffix(max) + vanished.suffix(room))
    }

    /// Names in the order of their characters, which is the order of age.
    private static func ordered(_ names: some Sequence<String>) -> [String] {
        names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// A retention that makes no sense.
package enum RetentionError: Error, Hashable, CustomStringConvertible {
    /// `--max` below 0.
    case negativeMax(Int)
    /// `--keep` without `--max`.
    case keepWithoutMax

    package var description: String {
        switch self {
        case .negativeMax(let max): "--max \(max) is below 0"
        case .keepWithoutMax: "--keep needs --max, or the mirror would only ever grow"
        }
    }

    /// What to do next.
    package var hint: String {
        switch self {
        case .negativeMax: "use --max 1 for the newest version of each product alone"
        case .keepWithoutMax: "say how many versions to keep: --max 3 --keep"
        }
    }
}
