import Testing

@testable import Sandbox

struct NonceMemoryTests {
    @Test func `refuses the second use by the same key only`() {
        var memory = NonceMemory()
        let accepted = ["t", "t", "u"].map {
            memory.accept("n", consumer: "c", token: $0, now: 0)
        }
        #expect(accepted == [true, false, true])
    }

    @Test func `never refuses an empty nonce`() {
        var memory = NonceMemory()
        let accepted = (0..<2).map { _ in memory.accept("", consumer: "c", token: "t", now: 0) }
        #expect(accepted == [true, true])
    }
}
