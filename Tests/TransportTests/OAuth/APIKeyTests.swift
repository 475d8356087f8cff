import Testing
import Transport

@Suite struct APIKeyTests {
    @Test func `reads three parts and trims the ends`() throws {
        let key = try APIKey(parsing: "  a:b:c\n")
        #expect(key == APIKey(consumerKey: "a", tokenKey: "b", tokenSecret: "c"))
        #expect(key.exposed == "a:b:c")
    }

    @Test(arguments: [
        ("a:b", InvalidAPIKey.parts(2)), ("", .nothing), (" \n", .nothing), ("a", .parts(1)),
        ("a:b:c:d", .parts(4)),
        ("a::c", .emptyPart), ("a:b:c d", .characters), ("a:b:ç", .characters),
    ])
    func `refuses another shape`(text: String, problem: InvalidAPIKey) {
        #expect(throws: problem) { try APIKey(parsing: text) }
    }

    @Test func `shows no secret however it is printed`() throws {
        let key = try APIKey(parsing: "consumer:token:hush")
        var dumped = ""
        dump([key], to: &dumped)
        for text in ["\(key)", String(reflecting: key), "\([key])", dumped] {
            #expect(!text.contains("hush"))
        }
    }
}
