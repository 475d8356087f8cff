import Foundation
import Glibc
import Sandbox
import TestSupport
import Testing

/// The built program packs to pipes and unpacks from them, and is interrupted at it.
@Suite struct MirrorPackTests {
    /// Runs a line of a shell in which `$BOOT` is the program; its status, and what it wrote.
    private func shell(
        _ fixture: MirrorFixture, _ line: String
    ) async throws -> (status: Int32, text: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-o", "pipefail", "-c", line]
        process.currentDirectoryURL = URL(filePath: fixture.room.path)
        process.environment = ProcessInfo.processInfo.environment.merging([
            "BOOT": Programs.maasBoot, "KEYRING": fixture.server.keyringPath,
        ]) { $1 }
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let bytes = output.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                continuation.resume(returning: bytes)
            }
        }
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }

    private let pack = #""$BOOT" mirror pack mirror - --keyring "$KEYRING" --progress none"#
    private let unpack = #""$BOOT" mirror unpack - other --keyring "$KEYRING" --progress none"#

    @Test func `an archive goes through a pipe, and the messages do not`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made()
            let run = try await shell(fixture, "\(pack) -o json 2> told | \(unpack)")
            #expect(run.status == 0, "\(run.text)")
            let other = PublishedMirror(fixture.room.path("other"))
            #expect(other.documents == mirror.documents)
            #expect(try other.items().allSatisfy(other.isRight))
            let told = try Data(contentsOf: URL(filePath: fixture.room.path("told")))
            let report = try JSONSerialization.jsonObject(with: told) as? [String: Any]
            #expect(report?["archive"] as? String == "-")
        }
    }

    @Test func `a pipe that breaks ends it with 5, and the next one goes on`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made()
            let cut = try await shell(fixture, "\(pack) | head -c 300000 | \(unpack)")
            #expect(cut.text.contains("standard input ends after 300000 bytes"), "\(cut.text)")
            let again = try await shell(fixture, "\(pack) > all; head -c 300000 all | \(unpack)")
            #expect(again.status == 5, "\(again.text)")
            let other = PublishedMirror(fixture.room.path("other"))
            #expect(other.documents.isEmpty)
            let whole = try await shell(fixture, "\(unpack) < all")
            #expect(whole.status == 0, "\(whole.text)")
            #expect(other.documents == mirror.documents)
        }
    }

    @Test func `a reader that goes away ends packing with 141`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let run = try await shell(fixture, "\(pack) | head -c 1000 > /dev/null")
            #expect(run.status == 141, "\(run.text)")
        }
    }

    @Test func `an interrupt while a pipe stands still ends unpacking`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let line = """
                mkfifo pipe; \(unpack) < pipe & program=$!; exec 3> pipe
                "$BOOT" mirror pack mirror all --keyring "$KEYRING" --progress none
                head -c 400000 all >&3; until ls other/.maas-boot/partial/*.part > /dev/null 2>&1; do sleep 0.02; done
                kill -INT $program; wait $program
                """
            let run = try await shell(fixture, line)
            #expect(run.status == 130, "\(run.text)")
            #expect(run.text.contains("what came is kept"), "\(run.text)")
        }
    }
}
