import Foundation
import Testing

@testable import SimpleStreams

/// Whatever comes in, nothing crashes, nothing hangs, and nothing leads outside.
@Suite struct FuzzTests {
    private static let sha = String(repeating: "ab", count: 32)
    private static let words = [
        "\"", "\\", "{", "}", "[", "]", ":", ",", "null", "true", "1e9", "-1", "0", "\\u0000",
        "\\ud800", "\\u002e\\u002e", "../", "/", "..", "\"path\":", "\"products\":", "\"items\":",
        "\"size\":", "99999999999999999999", "%2e", "\u{e9}", "\u{301}", "\"_aliases\":{},",
        String(repeating: "[", count: 100), "\"a\":1,",
    ]

    /// Whether a path stays below the directory it is joined to, however it is read.
    private static func staysInside(_ path: RelativePath) -> Bool {
        let decoded = path.text.removingPercentEncoding ?? path.text
        let joined = URL(filePath: "/base/" + decoded).standardizedFileURL.path
        return joined.utf8.starts(with: "/base/".utf8)
            && !path.components.contains { $0.utf8.contains(47) } && !decoded.contains("\\")
            && !decoded.contains("\0")
            && path.components.allSatisfy { !["", ".", ".."].contains($0) && $0.utf8.count <= 255 }
    }

    @Test(.timeLimit(.minutes(30))) func `an index is read or refused`() {
        var fuzzer = Fuzzer("index")
        let seeds = [
            #"{"format":"index:1.0","updated":"x","index":{"a:b":{"path":"streams/v1/a.sjson","products":["p"],"format":"products:1.0"}}}"#,
            #"{"index":{},"format":"index:1.0","x":[{"y":[1,2.5e3]}]}"#,
        ]
        for _ in 0..<Fuzzer.count {
            let bytes = fuzzer.mutate(seeds, words: Self.words)
            guard let index = try? StreamIndex(parsing: bytes) else { continue }
            #expect(
                index.entries.allSatisfy {
                    Self.staysInside($0.path) && $0.path.text.utf8.starts(with: "streams/".utf8)
                        && ContentID.isSafe($0.contentID)
                }, "\(bytes)")
        }
    }

    @Test(.timeLimit(.minutes(30))) func `a products file is read or refused`() {
        var fuzzer = Fuzzer("products")
        let seeds = [
            """
            {"content_id":"c","format":"products:1.0","arch":"x","products":{"p":{"os":"u",\
            "versions":{"v":{"label":"l","items":{"i":{"path":"a/b","size":1,"sha256":"\(Self.sha)"},\
            "j":{"path":"a/c","size":"2","sha256":"\(Self.sha)"}}}}}}}
            """
        ]
        for _ in 0..<Fuzzer.count {
            let bytes = fuzzer.mutate(seeds, words: Self.words)
            guard let document = try? ProductsDocument(parsing: bytes) else { continue }
            #expect((try? JSONSerialization.jsonObject(with: Data(bytes))) != nil, "\(bytes)")
            for item in document.items {
                #expect(item.tags.allSatisfy { item[$0.key] == $0.value }, "\(bytes)")
                guard let file = try? item.file() else { continue }
                #expect(Self.staysInside(file.path) && file.size >= 0, "\(file.path)")
            }
        }
    }

    @Test(.timeLimit(.minutes(30))) func `a path stays inside or is refused`() {
        var fuzzer = Fuzzer("path")
        let parts = [
            "a", "..", ".", "/", "//", "\\", "%2e", "%2F", "%", "2e", "-", "\0", "\n", "\u{7f}",
            "\u{e9}", "e\u{301}", "streams", ".data", "STREAMS", "~", ":", " ", "\u{2028}", "...",
            String(repeating: "x", count: 200),
        ]
        for _ in 0..<Fuzzer.count {
            let text = fuzzer.compose(parts, upTo: 8)
            guard let path = try? RelativePath(text) else { continue }
            #expect(Self.staysInside(path), "\(text.debugDescription)")
            guard let item = try? RelativePath(item: text) else { continue }
            let root = item.text.lowercased().utf8
            #expect(!root.starts(with: "streams/".utf8) && root.first != UInt8(ascii: "."))
        }
    }

    @Test(.timeLimit(.minutes(30))) func `a filter is read or refused, and then works`() {
        var fuzzer = Fuzzer("filter")
        let parts = [
            "a", "os", "=", "!", "~", " ", "~", "=", "(", ")", "|", "[", "]", "^", "$", ".", "*",
            "+", "?", "{", "2", ",", "}", "\\", "\\d", "\\b", "\\1", "(?:", "(?i)", "(?P<a>", "-",
            "[^", "\n", "\u{e9}", "&&", "<", "#", "\"",
        ]
        for _ in 0..<Fuzzer.count {
            let text = (Bool.random(using: &fuzzer) ? "os~" : "") + fuzzer.compose(parts, upTo: 9)
            do throws(FilterError) {
                let matcher = TagMatcher(try Filter(parsing: text))
                _ = ["", "a", "ubuntu", "2a-\n"].map(matcher.passes)
            } catch {
                #expect(!error.hint.isEmpty && error.filter == text)
            }
        }
    }

    @Test(.timeLimit(.minutes(30))) func `clearsigned framing admits one block alone`() {
        var fuzzer = Fuzzer("framing")
        let begin = ClearsignedFrame.begin + "\nHash: SHA512\n\n"
        let end = ClearsignedFrame.signature + "\n\nabc=\n" + ClearsignedFrame.end + "\n"
        let lines = [begin, end, "\n", "- ", "-----", "\r", "{}\n", "Hash: x\n", " "]
        for _ in 0..<Fuzzer.count {
            let bytes = fuzzer.mutate([begin + "{}\n- -x\n" + end], words: lines)
            guard (try? ClearsignedFrame(bytes)) != nil else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            let dashed = text.unicodeScalars.split(separator: "\n").map { String($0) }
                .filter { $0.hasPrefix("-") && !$0.hasPrefix("- ") }
            #expect(dashed.count == 3 && text.hasPrefix(ClearsignedFrame.begin), "\(bytes)")
        }
    }

    @Test(.timeLimit(.minutes(30))) func `keyrings, status lines and times are read or refused`() {
        var fuzzer = Fuzzer("verify")
        let status =
            "[GNUPG:] GOODSIG A B\n[GNUPG:] VALIDSIG \(Self.sha) 2026 1 0 4 0 1 10 01 \(Self.sha)\n"
        let armour = "\(ASCIIArmour.begin)\n\nxsBNBGMAAAEBCADA\n=abcd\n\(ASCIIArmour.end)\n"
        let words = ["\u{99}", "[GNUPG:] ", "=", "\n", "-----", " ", "9", "Mon, ", "\u{c6}"]
        for _ in 0..<Fuzzer.count {
            let bytes = fuzzer.mutate(
                [status, armour, "Wed, 21 Aug 2024 10:11:12 +0000"], words: words)
            let text = String(decoding: bytes, as: UTF8.self)
            _ = try? GPGVStatus(text).verdict()
            _ = UpdatedTime(text)
            _ = try? Keyring(bytes, origin: "fuzz")
            let packets = (0..<8).map { _ in UInt8.random(in: 0...255, using: &fuzzer) }
            _ = try? Keyring([0xC6] + packets, origin: "fuzz")
            _ = try? Keyring([0x99] + packets, origin: "fuzz")
        }
    }
}
