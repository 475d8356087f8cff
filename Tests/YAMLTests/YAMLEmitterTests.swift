import Testing
import YAML
import Yams

@Suite struct YAMLEmitterTests {
    @Test(arguments: ["", "x", "a: b", "\n", "\u{1}", "é", "中🙂", "\"", "\\"])
    func `writes text that another reader and its own read back`(text: String) throws {
        let document = try YAMLEmitter().text(
            YAMLNode(.mapping([YAMLEntry(.plain("key"), .quoted(text))])))
        #expect(try Yams.compose(yaml: document)?["key"]?.scalar?.string == text)
        guard case .mapping(let entries) = try YAMLReader().node(Array(document.utf8)).content
        else {
            Issue.record("\(document)")
            return
        }
        #expect(entries.first?.value.content == .scalar(text, isQuoted: true))
    }
}
