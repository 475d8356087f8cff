import Foundation
import Sandbox
import TestSupport
import Testing

@Suite struct PlanTests {
    @Test(arguments: MAASFlavour.allCases)
    func `shows what differs, exits 2, and changes nothing`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = try await fixture.plan(Wishes.usual)
            #expect(run.status == 2, "\(run.error)")
            #expect(
                run.output == """
                    ~ setting boot_images_no_proxy
                        value: false -> true
                    ~ selection ubuntu/noble from \(Wishes.stable)/
                        arches: amd64 -> amd64,arm64
                    + selection ubuntu/jammy from \(Wishes.stable)/
                        arches: amd64
                        subarches: *
                        labels: *
                    > start an import

                    """)
            #expect(run.error.contains("1 to add, 2 to change"))
            #expect(await fixture.writes().isEmpty)
        }
    }

    @Test func `gives programs each step with both sides`() async throws {
        try await CommandFixture.with { fixture in
            let run = try await fixture.plan(Wishes.usual, "-o json")
            #expect(run.status == 2)
            let steps = run.json.elements
            #expect(steps.map { $0["kind"] } == ["setting", "selection", "selection", "import"])
            #expect(steps.map { $0["op"] } == ["change", "change", "add", "start"])
            #expect(steps.first?["key"] == "boot_images_no_proxy")
            #expect(steps.first?["before"] == ["value": false])
            #expect(steps.first?["after"] == ["value": true])
            #expect(steps.first?["region"]?.text?.hasPrefix("127.0.0.1:") == true)
        }
    }

    @Test func `exits 0 when all is as the document says`() async throws {
        try await CommandFixture.with { fixture in
            let run = try await fixture.plan(
                "sources: [{url: stable, selections: [{os: ubuntu, release: noble, arches: [amd64]}]}]"
            )
            #expect(run.status == 0)
            #expect(run.output == "")
            #expect(run.error.contains("unchanged: all is as the document says"))
        }
    }

    @Test func `a file that cannot be read is named with the reason, and not to be overwritten`()
        async throws
    {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("plan -f /tmp")
            #expect(run.status == 1)
            #expect(run.error.contains("cannot be read: Is a directory"))
            #expect(!run.error.contains("export >"))
            let none = await fixture.run("plan -f /nowhere/maas.yaml")
            #expect(
                none.status == 7 && none.error.contains("maas-boot export > /nowhere/maas.yaml"))
        }
    }

    @Test func `a document comes out of a pipe, too`() async throws {
        try await CommandFixture.with { fixture in
            let pipe = fixture.home.path("pipe")
            #expect(mkfifo(pipe, 0o600) == 0)
            Thread.detachNewThread {
                let handle = FileHandle(forWritingAtPath: pipe)
                handle?.write(Data("version: 1\nsettings: {boot_images_no_proxy: true}\n".utf8))
                try? handle?.close()
            }
            let run = await fixture.run("plan -f \(pipe) -o json")
            #expect(run.status == 2, "\(run.error)")
            #expect(run.output.contains("boot_images_no_proxy"))
        }
    }

    @Test func `the failure of the only region is told as it is`() async throws {
        try await CommandFixture.with { fixture in
            await fixture.sandbox.inject(.wrongKey)
            let run = try await fixture.plan("sources: []")
            #expect(run.status == 4 && !run.error.contains("regions failed"), "\(run.error)")
        }
    }

    @Test func `does not call a region unchanged that it could not plan for`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("plan -f - --prune", input: "version: 1\nsources: []\n")
            #expect(run.status != 0)
            #expect(!run.error.contains("unchanged"), "\(run.error)")
        }
    }

    @Test func `reads standard input`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run(
                "plan -f - -o json",
                input:
                    "{\"version\": 1, \"settings\": {\"http_proxy\": \"http://p.example.com:3128\"}}"
            )
            #expect(run.status == 2)
            #expect(run.json[0]?["after"] == ["value": "http://p.example.com:3128"])
        }
    }

    struct Mistake: Sendable {
        let text: String
        let place: String
        let says: [String]
    }

    @Test(arguments: [
        Mistake(
            text: "sorces: []", place: "2:1", says: ["no key `sorces`", "did you mean `sources`?"]),
        Mistake(
            text: "sources:\n  - url: stable\n    selectoins: []", place: "4:5",
            says: ["a source has no key `selectoins`", "did you mean `selections`?"]),
        Mistake(text: "import: maybe", place: "2:9", says: ["import is true or false"]),
        Mistake(
            text: "sources: [{url: stable}, {url: https://images.maas.io/ephemeral-v3/stable}]",
            place: "2:32", says: ["is there twice", "the first is in line 2"]),
        Mistake(
            text: "settings: {http_proxy: \"${PROXY}\"}", place: "2:24",
            says: ["variables: [PROXY]"]),
        Mistake(text: "variables: [UNSET_HERE]", place: "2:13", says: ["UNSET_HERE is not set"]),
        Mistake(text: "sources: [", place: "3:1", says: []),
    ])
    func `names file, line, column and the nearest key of a mistake`(mistake: Mistake) async throws
    {
        try await CommandFixture.with { fixture in
            let path = try fixture.document(mistake.text)
            for command in ["plan", "apply"] {
                let run = await fixture.run("\(command) -f \(path)")
                #expect(run.status == 64)
                #expect(run.error.contains("error: \(path):\(mistake.place): "), "\(run.error)")
                for words in mistake.says { #expect(run.error.contains(words), "\(run.error)") }
            }
            #expect(await fixture.sandbox.requests().isEmpty)
        }
    }

    @Test func `says where the documents are when there is none`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("plan -f /nowhere/maas.yaml")
            #expect(run.status == 7)
            #expect(run.error.contains("maas-boot export > /nowhere/maas.yaml"))
        }
    }
}
