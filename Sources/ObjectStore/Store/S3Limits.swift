/// How much of a mirror is in memory and on the way at once.
package struct S3Limits: Sendable, Hashable {
    /// What S3 allows: parts of one object.
    private static let mostParts: Int64 = 10_000

    /// Bytes in a part; an item that is no longer goes in one piece. S3 wants 5 MiB at least.
    package var partSize: Int
    /// Parts under way at once, of all items together.
    package var partsInFlight: Int

    /// The usual limits. With them and 12 transfers, 160 MiB of items are in memory at most.
    package init(partSize: Int = 8 << 20, partsInFlight: Int = 8) {
        self.partSize = partSize
        self.partsInFlight = partsInFlight
    }

    /// Bytes in a part of an item of a size: more than usual when it would have too many.
    func partBytes(of size: Int64) -> Int {
        max(partSize, Int((size + Self.mostParts - 1) / Self.mostParts))
    }
}
