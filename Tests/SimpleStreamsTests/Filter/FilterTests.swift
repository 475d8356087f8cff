import Testing

@testable import SimpleStreams

@Suite struct FilterTests {
    @Test(arguments: [
        ("arch=amd64", "arch", Filter.Operator.equals, "amd64"),
        ("arch != amd64", "arch", .differs, "amd64"), ("os~(a|b)", "os", .matches, "(a|b)"),
        ("os  !~  x", "os", .lacks, "x"), ("arch==amd64", "arch", .equals, "=amd64"),
        ("release=focal ", "release", .equals, "focal "), ("key=", "key", .equals, ""),
        ("a=~b", "a", .equals, "~b"), ("a|b-c_d=x", "a|b-c_d", .equals, "x"),
        ("a=x=y", "a", .equals, "x=y"), ("a=x\n", "a", .equals, "x"), ("é=x", "é", .equals, "x"),
    ])
    func `reads key, operator and value`(
        text: String, key: String, kind: Filter.Operator, value: String
    ) throws {
        let filter = try Filter(parsing: text)
        #expect(filter.key == key && filter.operator == kind && filter.value == value)
        #expect(filter.description == text)
    }

    @Test(arguments: [
        ("arch:amd64", "arch=amd64"), ("release", "release=VALUE"), ("", "leave the empty"),
        (" arch=amd64", "write \"arch=amd64\""), ("=x", "for example"), ("a!=x\ny", "for example"),
        ("a! =x", "for example"), ("a\t=x", "for example"), ("  ", "leave the empty"),
    ])
    func `says how to mend what is malformed`(text: String, hint: String) {
        let error = #expect(throws: FilterError.self) { try Filter(parsing: text) }
        #expect(error?.reason == .malformed && error?.filter == text)
        #expect(error?.hint.contains(hint) == true, "\(error?.hint ?? "")")
    }

    @Test func `an error names the filter and the pattern's fault`() {
        let error = #expect(throws: FilterError.self) { try Filter(parsing: "release~(") }
        #expect(
            error?.description
                == #"filter "release~(" has a pattern that cannot be used ("(" is not closed)"#)
        #expect(error?.hint.isEmpty == false)
    }
}
