import Testing
import YAML

@Suite struct YAMLReaderTests {
    private func read(_ text: String) throws(YAMLError) -> YAMLNode {
        try YAMLReader().node(Array(text.utf8))
    }

    private func trouble(_ text: String) -> YAMLError? {
        do throws(YAMLError) {
            _ = try read(text)
            return nil
        } catch {
            return error
        }
    }

    @Test func `keeps order, quotes and places`() throws {
        let node = try read("b: 1\na:\n  - 'x'\n")
        guard case .mapping(let entries) = node.content else {
            Issue.record("\(node)")
            return
        }
        #expect(
            entries.map(\.key.content) == [
                .scalar("b", isQuoted: false), .scalar("a", isQuoted: false),
            ])
        #expect(entries[1].key.mark == YAMLMark(line: 2, column: 1))
        guard case .sequence(let items) = entries[1].value.content else {
            Issue.record("\(entries[1])")
            return
        }
        #expect(items == [YAMLNode(.scalar("x", isQuoted: true), at: .init(line: 3, column: 5))])
    }

    @Test func `reads JSON`() throws {
        let node = try read(#"{"a": ["b", 1]}"#)
        guard case .mapping(let entries) = node.content else {
            Issue.record("\(node)")
            return
        }
        #expect(entries.count == 1)
    }

    @Test func `copies what an alias stands for`() throws {
        guard case .sequence(let nodes) = try read("- &a [1, 2]\n- *a\n").content else {
            Issue.record("no list")
            return
        }
        #expect(nodes[0].content == nodes[1].content)
    }

    @Test(arguments: [
        ("", "empty", 1), ("a: 1\na: 2\n", "there twice, first in line 1", 2),
        ("a: [1\n", "did not find expected ',' or ']'", 2), ("- *x\n", "no anchor &x", 1),
        ("a: 1\n---\nb: 2\n", "a second document", 2), ("a: !!int 1\n", "tags such as", 1),
        ("? [a]\n: 1\n", "a key is a word", 1), ("a: b: c\n", "mapping values are not allowed", 1),
        ("a:\n\t- b\n", "cannot start any token", 2),
    ])
    func `names the trouble and its line`(text: String, problem: String, line: Int) throws {
        let error = try #require(trouble(text))
        #expect(error.problem.contains(problem), "\(error)")
        #expect(error.mark?.line == line, "\(error)")
    }

    @Test func `does not laugh a billion times`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(list)]\n"
        }
        #expect(trouble(text)?.problem.contains("more than") == true)
    }

    @Test func `refuses what lies too deep`() {
        let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        #expect(trouble(deep)?.problem.contains("deeper than") == true)
    }

    @Test func `refuses bytes that are not UTF-8`() {
        #expect(throws: YAMLError.self) { try YAMLReader().node([0x61, 0x3a, 0x20, 0xff, 0xfe]) }
    }

    /// Damaged documents end in a node or an error, never in a crash.
    @Test func `survives what is damaged`() {
        let sample = Array("a: &x {b: [1, 'two', \"th\\u0072ee\"]}\nc: |\n  text\nd: *x\n".utf8)
        var state: UInt64 = 0x9e37_79b9_7f4a_7c15
        func random(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        var read = 0
        for _ in 0..<20_000 {
            var bytes = sample
            for _ in 0...random(4) {
                let place = random(bytes.count)
                switch random(3) {
                case 0: bytes[place] = UInt8(random(256))
                case 1: bytes.remove(at: place)
                default: bytes.insert(sample[random(sample.count)], at: place)
                }
            }
            if (try? YAMLReader().node(bytes)) != nil { read += 1 }
        }
        #expect(read > 0 && read < 20_000)
    }
}
