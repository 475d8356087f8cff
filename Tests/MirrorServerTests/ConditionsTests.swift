import Testing

@testable import MirrorServer

@Suite struct ConditionsTests {
    private static let facts = FileFacts(kind: .file, size: 10, changed: 784_111_777)
    private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    private static let before = "Sun, 06 Nov 1994 08:49:36 GMT"
    private static let after = "Sun, 06 Nov 1994 08:49:38 GMT"
    private static let tag = facts.entityTag

    private static let table: [([String: String], Conditions.Verdict)] = [
        ([:], .send), (["if-none-match": tag], .notModified),
        (["if-none-match": "\"x\", W/\(tag)"], .notModified),
        (["if-none-match": "*"], .notModified),
        (["if-none-match": "\"x\""], .send), (["if-modified-since": date], .notModified),
        (["if-modified-since": after], .notModified), (["if-modified-since": before], .send),
        (["if-modified-since": "yesterday"], .send),
        (["if-none-match": "\"x\"", "if-modified-since": after], .send),
        (["if-match": tag], .send), (["if-match": "*"], .send), (["if-match": "\"x\""], .failed),
        (["if-match": "W/\(tag)"], .failed), (["if-unmodified-since": before], .failed),
        (["if-unmodified-since": date], .send),
    ]

    @Test(arguments: table)
    func `judges by RFC 9110, section 13`(
        fields: [String: String], verdict: Conditions.Verdict
    ) {
        #expect(Conditions(RequestHead(target: "/", fields: fields), Self.facts).verdict == verdict)
    }

    @Test(
        arguments: [
            (nil, true), (tag, true), ("\"x\"", false), ("W/\(tag)", false), (date, true),
            (after, false), ("nonsense", false),
        ] as [(String?, Bool)])
    func `gives ranges of the same content only`(validator: String?, allows: Bool) {
        let fields = validator.map { ["if-range": $0] } ?? [:]
        #expect(
            Conditions(RequestHead(target: "/", fields: fields), Self.facts).allowsRange == allows)
    }
}
