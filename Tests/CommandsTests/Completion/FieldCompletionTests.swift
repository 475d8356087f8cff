import MAAS
import Testing

@testable import Commands

@Suite struct FieldCompletionTests {
    @Test func `offers the command's fields`() {
        #expect(candidates("source list", "") == BootSource.listing.fieldNames)
        #expect(candidates("nothing", "") == [])
    }

    @Test func `goes on with a list, without what is in it`() {
        let offered = candidates("source list", "id,u")
        #expect(offered.contains("id,url") && offered.contains("id,updated"))
        #expect(!offered.contains("id,id"))
    }

    @Test func `offers the profile where there are several regions`() {
        #expect(candidates("status --all-profiles", "").first == "profile")
        #expect(candidates("status -p a -p b", "").first == "profile")
        #expect(candidates("status -p a", "").first != "profile")
    }

    private func candidates(_ line: String, _ prefix: String) -> [String] {
        let words =
            ["maas-boot"] + line.split(separator: " ").map(String.init) + ["--json", prefix]
        return FieldCompletion.candidates(TypedLine(words: words, prefix: prefix, shell: nil))
    }
}
