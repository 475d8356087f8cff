import Commands
import Sandbox
import TestSupport
import Testing

/// From nothing to a region with its images: a mirror is made and signed, nginx serves it with the
/// printed configuration, a region is pointed at it, and upstream publishes anew.
@Suite(.enabled(if: WebServer.nginx.isThere, "needs nginx-light"))
struct SignedMirrorJourneyTests {
    @Test func `a region imports from a signed mirror behind nginx`() async throws {
        try await MirrorFixture.with(.brief) { mirror in
            let words = ["--release", "noble", "--arch", "amd64", "--max", "1", "--sign", "auto"]
            let made = await mirror.run(mirror.transferring("sync") + words + ["-o", "json"])
            #expect(made.status == 0, "\(made.error)")
            let key = try #require(made.json["site_fingerprint"]?.text)
            let nginx = try await RealWebServer(.nginx, mirror.room, mirror.directory, "")
            try await CommandFixture.with(
                .v3_7, configure: { $0.catalogues = StreamCatalogues() }
            ) { region in
                let use = await region.run(
                    "use \(nginx.url("/")) --trust \(key) --wait --timeout 1h --progress none")
                #expect(use.status == 0, "\(use.error)")
                try await mirror.server.publishAgain()
                // Filters and signature are remembered.
                let sync = await mirror.run(mirror.transferring("sync"))
                #expect(sync.status == 0 && sync.output.contains("published"), "\(sync.error)")
                let again = await region.run(
                    "import start --wait --timeout 1h --progress none -o json")
                #expect(again.status == 0 && again.json["ready"] == true, "\(again.error)")
                let newest = try mirror.mirror.newestItems()
                let version = newest.first { $0.product.contains(":24.04:amd64") }?.version
                let sets = await region.sandbox.region { state in
                    state.resources.filter { $0.name == "ubuntu/noble" }.flatMap(\.sets)
                }
                #expect(sets.contains { $0.version == version && $0.isComplete })
            }
        }
    }
}
