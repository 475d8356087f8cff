import SimpleStreams
import Testing

@Suite struct NearestNameTests {
    @Test(
        arguments: [
            ("nmae", "name"), ("NAME", "name"), ("keyring", nil),
            ("keyring_filenam", "keyring_filename"),
            ("ur", "url"), ("zzz", nil), ("", nil),
        ] as [(String, String?)])
    func `finds the name that was meant`(typed: String, name: String?) {
        let names = ["id", "name", "url", "keyring_filename"]
        #expect(NearestName.to(typed, among: names) == name)
    }

    @Test(arguments: [
        ("noble", "noble", 0), ("nobel", "noble", 1), ("", "abc", 3), ("jammy", "Jamy", 1),
    ])
    func `counts the letters to change`(first: String, second: String, distance: Int) {
        #expect(NearestName.distance(first, second) == distance)
        #expect(NearestName.distance(second, first) == distance)
    }

    @Test func `the nearest comes first, then the alphabet decides`() {
        let series = ["xenial", "focal", "noble", "bionic"]
        #expect(NearestName.order(series, by: "nobel").first == "noble")
        #expect(NearestName.order(["b", "a", "c"], by: "z") == ["a", "b", "c"])
    }
}
