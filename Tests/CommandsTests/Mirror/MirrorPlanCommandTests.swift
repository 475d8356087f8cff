import Foundation
import Sandbox
import TestSupport
import Testing

@Suite struct MirrorPlanCommandTests {
    @Test func `exits 2 when there is something to do, and 0 when not`() async throws {
        try await MirrorFixture.with { fixture in
            let before = await fixture.plan("--arch", "amd64")
            #expect(before.status == 2)
            #expect(!FileManager.default.fileExists(atPath: fixture.directory))
            try await fixture.made("--arch", "amd64")
            let after = await fixture.plan("--arch", "amd64")
            #expect(after.status == 0)
            #expect(after.output == "\(fixture.directory) is up to date\n")
            try await fixture.server.publishAgain()
            #expect(await fixture.plan().status == 2)
        }
    }

    @Test func `names every file that would come, and every one that would go`() async throws {
        try await MirrorFixture.with { fixture in
            let old = try await fixture.made("--max", "1").files
            try await fixture.server.publishAgain()
            let json = await fixture.plan("--keep-days", "0", "-o", "json").json
            let files = json["files"]?.elements ?? []
            let gone = Set(
                files.filter { $0["result"] == "remove" }.compactMap { $0["path"]?.text })
            #expect(!gone.isEmpty && gone.isSubset(of: old))
            let come = Set(files.filter { $0["result"] == "fetch" }.compactMap { $0["path"]?.text })
            let mirror = try await fixture.made("--keep-days", "0")
            #expect(come.isSubset(of: mirror.files) && gone.isDisjoint(with: mirror.files))
        }
    }

    @Test func `counts the bytes that an interrupted run has brought already`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let whole = await fixture.plan("--json", "bytes_to_fetch").json["bytes_to_fetch"]
            try fixture.server.misbehave(.reset(after: 100_000), on: "*/squashfs")
            let cut = await fixture.sync("--retries", "1")
            #expect(cut.status == 9)
            let rest = await fixture.plan("--json", "bytes_to_fetch").json["bytes_to_fetch"]
            guard case .number(let all)? = whole, case .number(let left)? = rest else {
                Issue.record("no numbers")
                return
            }
            #expect(left <= all - 100_000)
        }
    }

    @Test func `prints the same for a dry run of sync`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let plan = await fixture.plan()
            let dry = await fixture.sync("--dry-run")
            #expect(plan.output == dry.output)
            #expect(plan.status == 2 && dry.status == 0)
        }
    }

    @Test func `has the fields of a sync`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let plan = await fixture.plan("-o", "json").json
            let sync = await fixture.sync("-o", "json").json
            #expect(plan.names == sync.names)
        }
    }
}
