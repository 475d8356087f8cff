import Foundation
import Sandbox
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// A mirror served by the built program.
@Suite struct MirrorServeTests {
    @Test(arguments: [(Subprocess.Signal.interrupt, Int32(130)), (.terminate, 143)])
    func `another mirror is made from it, until a signal ends it`(
        signal: Subprocess.Signal, status: Int32
    ) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let second = fixture.room.path("second")
            let result = try await Subprocess.run(
                .path(FilePath(Programs.maasBoot)),
                arguments: [
                    "mirror", "serve", fixture.directory, "--listen", "127.0.0.1:0", "--base",
                    "/maas", "-v",
                ], environment: Programs.environment([:]), input: .none, output: .sequence,
                error: .sequence
            ) { process in
                var lines = process.standardOutput.strings().makeAsyncIterator()
                let first = try await lines.next() ?? ""
                #expect(first.hasPrefix("serving \(fixture.directory) at http://127.0.0.1:"))
                let use = try await lines.next() ?? ""
                let url = String(use.drop { $0 != "h" })
                #expect(use == "maas-boot use \(url)" && url.hasSuffix("/maas/"))
                let sync = await fixture.run([
                    "mirror", "sync", url, second, "--keyring", fixture.server.keyringPath,
                ])
                #expect(sync.status == 0, "\(sync.error)")
                try process.send(signal: signal)
                var log = ""
                for try await line in process.standardError.strings() { log += line + "\n" }
                return log
            }
            #expect(Programs.number(result.terminationStatus) == status)
            #expect(result.closureResult.contains("GET /maas/streams/v1/index.sjson 200 "))
            #expect(PublishedMirror(second).files == fixture.mirror.files)
        }
    }
}
