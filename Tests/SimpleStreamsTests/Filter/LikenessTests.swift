import Testing

@testable import SimpleStreams

@Suite struct LikenessTests {
    @Test(arguments: [
        ("noble", "noble", 0), ("nobel", "noble", 2), ("", "abc", 3), ("jammy", "Jamy", 1),
    ])
    func `counts the letters to change`(first: String, second: String, distance: Int) {
        #expect(Likeness.distance(first, second) == distance)
        #expect(Likeness.distance(second, first) == distance)
    }

    @Test func `the likest comes first, then the alphabet decides`() {
        #expect(
            Likeness.order(["xenial", "focal", "noble", "bionic"], by: "nobel").first == "noble")
        #expect(Likeness.order(["b", "a", "c"], by: "z") == ["a", "b", "c"])
    }
}
