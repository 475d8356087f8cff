import Testing

@testable import SimpleStreams

/// What the disk is told to begin with while an item still grows.
@Suite struct DirectoryItemWriterTests {
    private static let piece: Int64 = 8 << 20

    @Test(
        arguments: [
            (0, 0, nil),
            (0, piece - 1, nil),
            (piece - 1, piece, 0..<piece),
            (piece, piece, nil),
            (piece, 2 * piece - 1, nil),
            (piece + 5, 2 * piece + 5, piece..<2 * piece),
            (piece + 5, 4 * piece + 5, piece..<4 * piece),
        ] as [(Int64, Int64, Range<Int64>?)])
    func `each piece is begun with once, when it is whole`(
        old: Int64, new: Int64, range: Range<Int64>?
    ) {
        #expect(DirectoryItemWriter.wholePieces(from: old, to: new) == range)
    }
}
