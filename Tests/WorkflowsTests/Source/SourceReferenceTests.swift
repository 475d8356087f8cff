import MAAS
import Testing
import Workflows

@Suite struct SourceReferenceTests {
    private static let sources = [
        bootSource(
            1, "http://images.maas.io/ephemeral-v3/stable", name: "MAAS Stable", priority: 1),
        bootSource(2, "http://mirror.example.com/a", name: "Site", priority: 2),
        bootSource(3, "http://mirror.example.com/b", name: "stable", priority: 3),
        bootSource(10, "http://other.example.com/10", name: "42", priority: 4),
    ]

    @Test(arguments: [
        ("1", 1), ("10", 10), ("http://mirror.example.com/a/", 2), ("Site", 2),
        ("HTTP://MIRROR.example.com/b", 3), ("other", 10), ("MAAS", 1), ("SITE", 2),
        ("images.maas.io", 1),
    ])
    func `resolves ids, addresses, names and parts of them`(_ text: String, _ id: Int) throws {
        #expect(try SourceReference(text).resolve(in: Self.sources).id == id)
    }

    @Test(arguments: ["2a", "7", "42", "nothing", "", "candidate", "99999999999999999999"])
    func `nothing answers`(_ text: String) {
        let error = workflowError { try SourceReference(text).resolve(in: Self.sources) }
        #expect(error?.kind == .notFound)
        #expect(error?.hint?.contains("http://mirror.example.com/a") == true)
    }

    @Test func `a part that several have, and a name that is a stream, are ambiguous`() {
        for (text, ids) in [("mirror", ["2 (", "3 ("]), ("stable", ["1 (", "3 ("])] {
            let error = workflowError { try SourceReference(text).resolve(in: Self.sources) }
            #expect(error?.kind == .ambiguous)
            for id in ids { #expect(error?.hint?.contains(id) == true) }
        }
    }

    @Test func `the only one needs no name`() throws {
        #expect(try SourceReference.only(of: [Self.sources[1]]).id == 2)
        #expect(workflowError { try SourceReference.only(of: []) }?.kind == .notFound)
        let error = workflowError { try SourceReference.only(of: Self.sources) }
        #expect(error?.kind == .ambiguous)
        #expect(error?.hint?.contains("--source") == true)
    }
}
