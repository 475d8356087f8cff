import SimpleStreams
import Testing

@Suite struct FilterWarningTests {
    @Test(arguments: [
        ("arch==amd64", [FilterWarning.Reason.doubledOperator]),
        ("arch=~amd64", [.doubledOperator]),
        ("release=focal ", [.trailingSpace]), ("os~(grub*|pxelinux)", [.shellStar]),
        ("os|arch=x", [.barInKey]), ("arch='amd64'", [.quotes]), ("arch=amd64,arm64", [.list]),
        ("arch=amd64", []), ("os~grub.*", []), ("subarches=a,b", []), ("os~(ab)*", []),
        (#"os~a\d*"#, []), ("release~(noble|jammy)", []),
    ])
    func `says aloud what is silently odd`(
        text: String, reasons: [FilterWarning.Reason]
    ) throws {
        let warnings = try Filter(parsing: text).warnings
        #expect(warnings.map(\.reason) == reasons)
        #expect(warnings.allSatisfy { $0.description.contains(text.dropFirst(3).prefix(2)) })
    }

    @Test func `a shell's star is explained`() throws {
        let warning = try #require(try Filter(parsing: "os~(grub*|pxelinux)").warnings.first)
        #expect(warning.description.contains(#""grub*" finds "gru" and any number of "b""#))
    }
}
