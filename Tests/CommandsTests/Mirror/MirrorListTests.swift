import Commands
import Foundation
import Sandbox
import TestSupport
import Testing

@Suite struct MirrorListTests {
    @Test func `lists releases, architectures, versions and sizes`() async throws {
        try await MirrorFixture.with { fixture in
            try await fixture.made("--release", "jammy,noble", "--arch", "amd64")
            let run = await fixture.run(["mirror", "list", fixture.directory, "-o", "json"])
            #expect(run.status == 0)
            let rows = run.json.elements
            let names = rows.map { "\($0["os"]?.text ?? "")/\($0["release"]?.text ?? "-")" }
            #expect(names.contains("ubuntu/jammy") && names.contains("ubuntu/noble"))
            #expect(names.contains("grub-efi-signed/-") && names.contains("pxelinux/-"))
            #expect(
                rows[0].names == [
                    "directory", "upstream", "os", "release", "arch", "subarches", "versions",
                    "files", "bytes", "last_success", "age_seconds", "published", "fingerprint",
                    "signed_by", "site_fingerprint",
                ])
            let noble = try #require(rows.first { $0["release"] == "noble" })
            #expect(noble["arch"] == "amd64" && noble["versions"]?.elements.count == 2)
            #expect(noble["subarches"] == ["ga-24.04"])
            #expect(noble["upstream"]?.text == fixture.upstream)
        }
    }

    @Test func `shows a table on a terminal`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1")
            let run = await fixture.run(
                ["mirror", "ls", fixture.directory],
                terminal: FixedTerminal([.output, .error], width: 100))
            #expect(run.lines.first?.contains("IMAGES") == true, "\(run.output)")
            #expect(run.lines.contains { $0.contains("ubuntu/noble") && $0.contains("amd64") })
        }
    }

    @Test func `warns of a mirror whose upstream stands still`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            fixture.clock.advance(by: 45 * 86_400)
            let run = await fixture.run(["mirror", "list", fixture.directory])
            #expect(run.status == 0)
            #expect(run.error.contains("has not changed for 45 days"))
        }
    }

    @Test func `tells which mirrors are late, with a status of its own`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            fixture.clock.advance(by: 3 * 86_400)
            let words = ["mirror", "list", fixture.directory, "-o", "json", "--max-age"]
            let late = await fixture.run(words + ["2d"])
            #expect(late.status == 1)
            guard case .number(let age) = late.json.elements.first?["age_seconds"] else {
                Issue.record("no age: \(late.output)")
                return
            }
            #expect(259_200...259_260 ~= age)
            let named = late.errorJSON["details"]?["late"]?.elements.first?["directory"]
            #expect(named?.text == fixture.directory)
            #expect(late.errorJSON["hint"]?.text?.contains("mirror sync") == true)
            let young = await fixture.run(words + ["4d"])
            #expect(young.status == 0 && young.error.isEmpty, "\(young.error)")
            let plain = await fixture.run(["mirror", "list", fixture.directory])
            #expect(plain.status == 0)
        }
    }

    @Test func `says that a record is damaged, and what to do`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made()
            try Data("{\"format\": 7".utf8).write(
                to: URL(filePath: mirror.path(".maas-boot/state.json")))
            let run = await fixture.run(["mirror", "list", fixture.directory])
            #expect(run.status == 1)
            #expect(run.error.contains("move .maas-boot/state.json away"))
        }
    }

    @Test func `a success that lies in the future is no success`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let path = fixture.mirror.path(".maas-boot/state.json")
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let time = try #require(text.firstMatch(of: /"last_success" *: *"(\d{4})/))
            try text.replacingCharacters(in: time.1.startIndex..<time.1.endIndex, with: "2099")
                .write(toFile: path, atomically: true, encoding: .utf8)
            let run = await fixture.run(["mirror", "list", fixture.directory, "--max-age", "1h"])
            #expect(run.status == 1)
            #expect(run.error.contains("in the future, by a clock that was wrong"), "\(run.error)")
        }
    }

    @Test func `lists what it can, and names the mirror that is none`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let none = fixture.room.path("none")
            for places in [[fixture.directory, none], [none, fixture.directory]] {
                let run = await fixture.run(["mirror", "list", "-o", "json"] + places)
                #expect(run.status == 9)
                #expect(run.json.elements.contains { $0["release"] == "noble" })
                let named = run.errorJSON["details"]?["unlisted"]?.elements ?? []
                #expect(named.map { $0["directory"]?.text } == [none], "\(run.error)")
            }
            let words = ["mirror", "list", fixture.directory, none, "--max-age", "2d"]
            let young = await fixture.run(words)
            #expect(young.status == 9 && young.error.contains("1 of 2 mirrors"), "\(young.error)")
            fixture.clock.advance(by: 3 * 86_400)
            let late = await fixture.run(words)
            #expect(late.status == 1)
            #expect(late.error.contains("late") && late.error.contains(none), "\(late.error)")
        }
    }

    @Test func `where there is no mirror at all nothing is listed`() async throws {
        let room = try TemporaryDirectory()
        for places in [[room.path("a")], [room.path("a"), room.path("b")]] {
            let captured = CapturedContext(home: room.path, clock: BriskClock())
            let run = await MirrorFixture.run(["mirror", "list"] + places, in: captured)
            #expect(run.status == 7)
            #expect(run.output.isEmpty)
            for place in places { #expect(run.error.contains(place), "\(run.error)") }
        }
    }
}
