import Testing

@testable import SimpleStreams

@Suite struct TextPoolTests {
    @Test func `keeps each text once, however many there are`() {
        var pool = TextPool()
        let first = (0..<1000).map { pool.intern("text \($0)") }
        let again = (0..<1000).map { pool.intern("text \($0)") }
        #expect(first == again && Set(first).count == 1000 && pool.texts.count == 1000)
        #expect((0..<1000).allSatisfy { pool[first[$0]] == "text \($0)" })
        #expect(pool.find("text 999") == first[999] && pool.find("text 1000") == nil)
    }

    @Test func `tells apart what Swift takes for equal`() {
        var pool = TextPool()
        #expect(pool.intern("caf\u{e9}") != pool.intern("cafe\u{301}"))
    }

    @Test func `refuses what is not UTF-8`() {
        var pool = TextPool()
        #expect(pool.intern([0xFF][...]) == nil)
    }
}
