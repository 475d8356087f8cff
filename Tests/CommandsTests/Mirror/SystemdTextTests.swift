import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite struct SystemdTextTests {
    @Test(arguments: [
        ("--keyring", "--keyring"), ("/srv/images", "/srv/images"), ("", "\"\""),
        ("a b", "\"a b\""), ("100%", "100%%"), ("$HOME", "$$HOME"), ("${X} %h", "\"$${X} %%h\""),
        ("say \"hi\"", #""say \"hi\"""#), (#"back\slash"#, #""back\\slash""#), ("it's", "\"it's\""),
        (";", "\";\""), ("release~(jammy|noble)", "\"release~(jammy|noble)\""), ("#x", "\"#x\""),
        ("ä", "\"ä\""), ("arch!=amd64", "\"arch!=amd64\""),
    ])
    func `quotes words of a command line`(word: String, quoted: String) {
        #expect(SystemdText.word(word) == quoted)
    }

    @Test func `leaves dollars in paths, where they mean nothing`() {
        #expect(SystemdText.quoted("/a$b%c d") == "\"/a$b%%c d\"")
    }

    private static let paths = [
        ("/", "-"), ("/srv/images", "srv-images"), ("//srv//images/", "srv-images"),
        ("/srv/maas-images", #"srv-maas\x2dimages"#), ("/.cache/x.y", #"\x2ecache-x.y"#),
        ("/a b/ä", #"a\x20b-\xc3\xa4"#), ("/a:b_c@d", #"a:b_c\x40d"#), (#"/a\b"#, #"a\x5cb"#),
    ]

    @Test(arguments: paths)
    func `names units by paths`(path: String, name: String) {
        #expect(SystemdText.unitName(ofPath: path) == name)
    }

    @Test(
        .enabled(if: Systemd.isThere, "needs systemd-escape, of Debian's package systemd"),
        arguments: paths)
    func `names them as systemd-escape does`(path: String, name: String) async throws {
        let (status, output) = try await Tool.run("systemd-escape", ["--path", "--", path])
        #expect(status == 0)
        #expect(String(decoding: output, as: UTF8.self) == name + "\n")
    }
}

/// systemd's own tools; no systemd runs.
enum Systemd {
    static let isThere = ["systemd-escape", "systemd-analyze"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
    }
}
