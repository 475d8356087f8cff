import SimpleStreams
import Testing

@Suite struct ClearsignedFrameTests {
    private static let begin = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n"
    private static let end = "-----BEGIN PGP SIGNATURE-----\n\nabc=\n-----END PGP SIGNATURE-----\n"

    private static func text(_ document: String) throws(ClearsignedFrame.Fault) -> String {
        String(decoding: try ClearsignedFrame(Array(document.utf8)).text, as: UTF8.self)
    }

    @Test func `takes dash escapes back`() throws {
        #expect(
            try Self.text(Self.begin + "{\n- -----BEGIN\n- x\n}\n" + Self.end)
                == "{\n-----BEGIN\nx\n}\n")
        #expect(try Self.text(Self.begin.replacing("Hash: SHA512\n", with: "") + Self.end) == "")
        #expect(
            try Self.text((Self.begin + "a\n" + Self.end + "\n \n").replacing("\n", with: "\r\n"))
                == "a\n")
    }

    private static let refused: [(String, ClearsignedFrame.Fault)] = [
        ("", ClearsignedFrame.Fault.header), ("{}", .header), ("x" + begin + end, .header),
        (begin, .signature), (begin + "{}\n", .signature),
        (begin + String(end.dropLast(28)), .signature),
        (begin + end + "x", .trailing), (begin + end + begin + end, .trailing),
        (begin + begin + end, .secondBlock), (begin + "-x\n" + end, .secondBlock),
        (begin + "-----BEGIN PGP MESSAGE-----\n" + end, .secondBlock),
        (begin + "-----BEGIN PGP SIGNATURE-----\n" + end, .secondBlock),
        (begin.replacing("Hash: SHA512", with: "{\"a\": 1}") + end, .hashHeaders),
        (begin.replacing("Hash: SHA512", with: "Comment: x") + end, .hashHeaders),
        ("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n", .hashHeaders),
        ("-----BEGIN PGP SIGNED MESSAGE----- x\n\n" + end, .header),
    ]

    @Test(arguments: refused)
    func `refuses all but one block`(document: String, fault: ClearsignedFrame.Fault) {
        #expect(throws: fault) { try Self.text(document) }
    }
}
