import Commands
import Sandbox
import TestSupport
import Testing

@Suite struct RegionRunTests {
    private static let none = ["MAAS_URL": "", "MAAS_API_KEY": ""]

    /// Two regions, old and new, as profiles in the first one's home.
    private func withTwo(
        _ work: (_ first: CommandFixture, _ second: CommandFixture) async throws -> Void
    ) async throws {
        try await CommandFixture.with(.v3_3) { first in
            try await CommandFixture.with(.v3_8) { second in
                try first.keepProfile("old")
                try first.keepProfile("new", of: second)
                try await work(first, second)
            }
        }
    }

    @Test(arguments: ["-p old -p new", "--profile new -p old", "--all-profiles"])
    func `reads several regions, with a result each`(options: String) async throws {
        try await withTwo { first, _ in
            let run = await first.run(
                "status \(options) --json profile,version", adding: Self.none)
            #expect(run.status == 0)
            let rows = run.json.elements
            #expect(Set(rows.map { $0["profile"]?.text }) == ["old", "new"])
            let old = rows.first { $0["profile"] == "old" }
            #expect(old?["version"] == "3.3.9")
        }
    }

    @Test func `changes several regions, with a result each`() async throws {
        try await withTwo { first, second in
            let run = await first.run("use candidate --all-profiles -o json", adding: Self.none)
            #expect(run.status == 0)
            #expect(run.json.elements.count == 2)
            for element in run.json.elements { #expect(element["changed"] == true) }
            #expect(await first.writes().contains("PUT /MAAS/api/2.0/boot-sources/1/"))
            #expect(await second.writes() == ["PUT /MAAS/api/2.0/boot-sources/1/"])
        }
    }

    @Test func `names the profile before each sentence`() async throws {
        try await withTwo { first, _ in
            let run = await first.run("use candidate --all-profiles --dry-run", adding: Self.none)
            let lines = run.output.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines.contains { $0.hasPrefix("old: would change boot source 1: ") })
            #expect(lines.contains { $0.hasPrefix("new: would change boot source 1: ") })
        }
    }

    @Test func `does not let one region's failure hide the others`() async throws {
        try await withTwo { first, second in
            await second.sandbox.inject(.traceback)
            let run = await first.run(
                "source list --all-profiles --json profile,id", adding: Self.none)
            #expect(run.status == 9)
            #expect(run.json == [["profile": "old", "id": 1]])
            let error = run.errorJSON
            #expect(error["code"] == "partly_failed")
            #expect(error["message"]?.text?.hasPrefix("1 of 2 regions failed: new: ") == true)
            #expect(error["details"]?["failed"]?[0]?["profile"] == "new")
            #expect(error["details"]?["failed"]?[0]?["code"] == "failed")
        }
    }

    @Test func `ends as the regions do when all fail alike`() async throws {
        try await withTwo { first, second in
            await first.sandbox.inject(.wrongKey)
            await second.sandbox.inject(.wrongKey)
            let run = await first.run("source list --all-profiles", adding: Self.none)
            #expect(run.status == 4)
            #expect(run.error.contains("2 of 2 regions failed: "))
            #expect(run.error.contains("old: ") && run.error.contains("new: "))
        }
    }

    /// Each region answers only when both were asked, so that one after the other runs out of time.
    @Test func `asks the regions side by side`() async throws {
        let (first, second) = (Signal(), Signal())
        let body = "[]"
        let one = try ScriptedServer { connection, _ in
            first.fire()
            second.waitBlocking()
            connection.answer(headers: ["Content-Type: application/json"], body: body)
        }
        let two = try ScriptedServer { connection, _ in
            second.fire()
            first.waitBlocking()
            connection.answer(headers: ["Content-Type: application/json"], body: body)
        }
        try await CommandFixture.with { fixture in
            try fixture.keepProfile("one", at: one.url("/MAAS"))
            try fixture.keepProfile("two", at: two.url("/MAAS"))
            let run = await fixture.run(
                "source list -p one -p two -o json --request-timeout 20s", adding: Self.none)
            #expect(run.status == 0)
            #expect(run.output == "[]\n")
        }
    }

    @Test(arguments: [
        ("-p old -p nowhere", 7), ("-p old --all-profiles", 64), ("-p old --url http://h", 64),
        ("--api-key-file x -p old", 64),
    ])
    func `refuses regions that cannot be meant`(options: String, status: Int32) async throws {
        try await withTwo { first, _ in
            let run = await first.run("source list \(options)", adding: Self.none)
            #expect(run.status == status)
            #expect(run.error.contains("hint: "))
            #expect(await first.sandbox.requests().isEmpty)
        }
    }

    @Test func `does the work once for a profile named twice`() async throws {
        try await withTwo { first, _ in
            let run = await first.run("source list -p old -p old --json id", adding: Self.none)
            #expect(run.status == 0)
            #expect(run.json.elements.count == 1)
        }
    }
}
