import Foundation
import Sandbox
import TestSupport
import Testing
import Yams

/// What every listing writes is read back by readers that are not the program's own.
@Suite struct OutputFormatTests {
    static let listings = [
        "source list", "selection list", "image list", "doctor", "profile list",
    ]
    static let things = [
        "source show 1", "image show noble", "status", "import status",
        "use candidate --source 1 --dry-run",
        "selection ensure jammy --source 1 --dry-run", "source remove 1 --force --dry-run",
    ]

    private func withContent(_ work: (CommandFixture) async throws -> Void) async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            try fixture.keepProfile("prod")
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            try await work(fixture)
        }
    }

    @Test func `writes listings that JSON, JSON lines and YAML readers read alike`() async throws {
        try await withContent { fixture in
            for line in Self.listings {
                let json = await fixture.run("\(line) -o json")
                #expect(!json.json.elements.isEmpty, "\(line)")
                let lines = await fixture.run("\(line) -o jsonl")
                let read = try lines.lines.map { try JSONDocument(reading: $0) }
                #expect(read == json.json.elements, "\(line)")
                let yaml = await fixture.run("\(line) -o yaml")
                let document = try #require(try Yams.load(yaml: yaml.output) as? [Any])
                #expect(document.count == read.count, "\(line)")
                let names = try #require(document.first as? [String: Any])
                #expect(Set(names.keys) == read[0].names, "\(line)")
            }
        }
    }

    @Test func `writes things that JSON and YAML readers read alike`() async throws {
        try await withContent { fixture in
            for line in Self.things {
                let json = await fixture.run("\(line) -o json")
                let yaml = await fixture.run("\(line) -o yaml")
                let document = try #require(try Yams.load(yaml: yaml.output) as? [String: Any])
                #expect(Set(document.keys) == json.json.names, "\(line)")
                let lines = await fixture.run("\(line) -o jsonl")
                #expect(lines.lines.count == 1, "\(line)")
            }
        }
    }

    @Test func `writes as many tab-separated columns in every line as the table has`() async throws
    {
        try await withContent { fixture in
            for line in Self.listings {
                let rows = await fixture.run("\(line) -o tsv").output
                    .split(separator: "\n").map {
                        $0.split(separator: "\t", omittingEmptySubsequences: false).count
                    }
                #expect(Set(rows).count == 1, "\(line)")
                let table = await fixture.run("\(line) -o table")
                #expect(!table.output.isEmpty && table.output.hasSuffix("\n"), "\(line)")
            }
        }
    }

    @Test func `writes the fields asked for, in that order, and nothing else`() async throws {
        try await withContent { fixture in
            let run = await fixture.run("source list --json url,id")
            let text = run.output
            let url = try #require(text.range(of: "\"url\""))
            let id = try #require(text.range(of: "\"id\""))
            #expect(url.lowerBound < id.lowerBound)
            #expect(run.json[0]?.names == ["url", "id"])
            let unknown = await fixture.run("source list --json nme")
            #expect(unknown.status == 64)
            #expect(unknown.errorJSON["hint"]?.text?.contains("did you mean `name`?") == true)
        }
    }

    @Test func `filters with jq`() async throws {
        try await withContent { fixture in
            let run = await fixture.run(words: [
                "source", "list", "--jq", #".[] | select(.id == 2) | .url"#,
            ])
            #expect(run.output == "\(CommandFixture.mirror)\n")
            let wrong = await fixture.run("source list --jq .[")
            #expect(wrong.status == 64)
            let late = await fixture.run("source list --json id --jq .[].nope.more")
            #expect(late.status == 0)
            let failing = await fixture.run(words: ["source", "list", "--jq", #"error("no")"#])
            #expect(failing.status != 0)
        }
    }

    @Test func `refuses fields and filters for formats that have none`() async throws {
        try await withContent { fixture in
            #expect(await fixture.run("source list -o table --json id").status == 64)
            #expect(await fixture.run("source list -o yaml --jq .").status == 64)
            #expect(await fixture.run("source list -o xml").status == 64)
        }
    }
}
