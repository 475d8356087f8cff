import Commands
import Foundation
import Sandbox
import TestSupport
import Testing

@Suite struct MirrorTransferOptionsTests {
    @Test(arguments: [["--progress"], ["--progress", "plain"], ["--progress=plain"]])
    func `progress alone and with a mode tells of the stages`(words: [String]) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.run(fixture.transferring("sync") + words)
            #expect(run.status == 0)
            for stage in ["reading upstream's metadata", "fetching", "publishing"] {
                #expect(run.error.contains(stage + "\n"), "\(run.error)")
            }
            #expect(run.error.contains("100 %"))
            #expect(!run.error.contains("\u{1b}"))
        }
    }

    @Test func `progress before a filter is not taken for its mode`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.sync("--progress", "arch=amd64", "release=noble")
            #expect(run.status == 0, "\(run.error)")
        }
    }

    @Test func `progress as JSON is JSON line by line`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.sync("--progress", "json")
            let events = try run.error.split(separator: "\n").map {
                try JSONDocument(reading: String($0))
            }
            #expect(events.contains { $0["event"] == "stage" && $0["stage"] == "fetching" })
            let last = try #require(events.last { $0["event"] == "amount" })
            #expect(last["done_bytes"] == last["total_bytes"])
        }
    }

    @Test func `no progress is silence`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.sync("--progress", "none")
            #expect(run.status == 0)
            #expect(run.error.isEmpty)
        }
    }

    @Test func `a bar on a terminal is gone at the end`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.run(
                fixture.transferring("sync"),
                terminal: FixedTerminal([.output, .error], width: 80))
            #expect(run.error.contains("\r\u{1b}[K"))
            #expect(run.error.hasSuffix("\r\u{1b}[K"))
            #expect(!run.error.contains(" 0ms left") && !run.error.contains(" 0s left"))
        }
    }

    @Test func `a limit on bytes a second holds`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            // 400 KB and more, at 400 KiB a second beyond what the bucket holds at first.
            let start = ContinuousClock.now
            let run = await fixture.sync("--bwlimit", "200K", "-o", "json")
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            #expect(run.status == 0)
            guard case .number(let bytes)? = run.json["bytes_fetched"] else {
                Issue.record("no bytes fetched")
                return
            }
            #expect(bytes / seconds < 1.5 * 200 * 1024, "\(bytes) in \(seconds)")
        }
    }

    @Test func `so many files come at once and no more`() async throws {
        try await MirrorFixture.with { fixture in
            let run = await fixture.sync("--transfers", "1", "--arch", "amd64")
            #expect(run.status == 0)
            #expect(Set(fixture.server.requests().map(\.connection)).count == 1)
            #expect(await fixture.sync("--transfers", "0").status == 64)
            #expect(await fixture.sync("--retries", "0").status == 64)
        }
    }

    @Test func `writes figures for a textfile collector, also of a failure`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let file = fixture.room.path("maas.prom")
            let mirror = try await fixture.made("--metrics-file", file)
            let good = try String(contentsOf: URL(filePath: file), encoding: .utf8)
            let bytes = Dictionary(
                try mirror.items().map { ($0.path, $0.size) }, uniquingKeysWith: max
            ).values.reduce(0, +)
            #expect(
                good.contains(
                    "maas_boot_mirror_held_bytes{mirror=\"\(fixture.directory)\"} \(bytes)\n"))
            try fixture.server.misbehave(.status(404), on: "*.sjson")
            #expect(await fixture.sync("--metrics-file", file).status == 7)
            let bad = try String(contentsOf: URL(filePath: file), encoding: .utf8)
            #expect(bad.contains("last_success"))
            #expect(!bad.contains("maas_boot_mirror_held_bytes{"))
            let nowhere = await fixture.verify("--metrics-file", "/nowhere/maas.prom")
            #expect(nowhere.status == 1 && nowhere.error.contains("/nowhere/maas.prom"))
        }
    }

    @Test func `a second run says who holds the mirror, and can wait`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.slow(bytesPerSecond: 200_000), on: "*/squashfs")
            async let first = fixture.sync()
            try await fixture.until { $0.path.hasSuffix("/squashfs") }
            let refused = await fixture.sync("-o", "json")
            #expect(refused.status == 5)
            let message = refused.errorJSON["message"]?.text ?? ""
            let process = ProcessInfo.processInfo
            #expect(message.contains("process \(process.processIdentifier)"))
            #expect(refused.errorJSON["hint"]?.text?.contains("--lock-wait") == true)
            let prune = await fixture.prune()
            #expect(prune.status == 5)
            let patient = await fixture.sync("--lock-wait", "60s", "-o", "json")
            #expect(patient.status == 0, "\(patient.error)")
            #expect(patient.json["changed"] == false)
            #expect(await first.status == 0)
        }
    }
}

extension MirrorFixture {
    /// Waits until the server was asked for something.
    func until(_ isMeant: (StreamRequest) -> Bool) async throws {
        while !server.requests().contains(where: isMeant) {
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
