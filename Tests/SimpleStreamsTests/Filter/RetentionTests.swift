import SimpleStreams
import Testing

@Suite struct RetentionTests {
    @Test(arguments: [
        (nil as Int?, false, ["1", "2", "3"], ["0"], ["1", "2", "3"]),
        (2, false, ["3", "1", "2"], ["0", "1"], ["2", "3"]), (0, false, ["1"], ["1"], []),
        (3, true, ["2", "3"], ["0", "1"], ["1", "2", "3"]),
        (2, true, ["2", "3"], ["0", "1"], ["2", "3"]),
        (9, true, ["2"], ["0", "3"], ["0", "2", "3"]), (1, true, [], ["0", "1"], ["1"]),
    ])
    func `keeps the newest`(
        max: Int?, keep: Bool, offered: [String], held: [String], kept: [String]
    ) throws {
        let retention = try Retention(max: max, keepsVanished: keep)
        #expect(retention.resolve(offered: offered, held: held) == kept)
    }

    @Test func `refuses what makes no sense`() {
        #expect(throws: RetentionError.keepWithoutMax) {
            try Retention(max: nil, keepsVanished: true)
        }
        #expect(throws: RetentionError.negativeMax(-1)) { try Retention(max: -1) }
    }
}
