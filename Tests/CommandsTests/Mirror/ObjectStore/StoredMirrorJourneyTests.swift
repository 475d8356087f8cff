import Commands
import Sandbox
import TestSupport
import Testing

/// From nothing to a region with its images, and no web server of the site's own between: a mirror is
/// made and signed in a bucket that anybody may read, a region is pointed at the bucket's address, and
/// upstream publishes anew.
@Suite(.enabled(if: ObjectStoreServer.isThere, "needs .venv-moto (make setup)"))
struct StoredMirrorJourneyTests {
    @Test func `a region imports from a signed mirror in a bucket`() async throws {
        try await MirrorFixture.with(.brief) { fixture in
            let mirror = StoredMirror(fixture, try await TestBucket.make())
            let words = ["--release", "noble", "--arch", "amd64", "--max", "1", "--sign", "auto"]
            let made = await mirror.run("sync", words + ["-o", "json"])
            #expect(made.status == 0, "\(made.error)")
            let key = try #require(made.json["site_fingerprint"]?.text)
            try await CommandFixture.with(
                .v3_7, configure: { $0.catalogues = StreamCatalogues() }
            ) { region in
                let use = await region.run(
                    "use \(mirror.url) --trust \(key) --wait --timeout 1h --progress none")
                #expect(use.status == 0, "\(use.error)")
                try await fixture.server.publishAgain()
                let sync = await mirror.run("sync", [])
                #expect(sync.status == 0 && sync.output.contains("published"), "\(sync.error)")
                let again = await region.run(
                    "import start --wait --timeout 1h --progress none -o json")
                #expect(again.status == 0 && again.json["ready"] == true, "\(again.error)")
                let newest = try mirror.copy().newestItems()
                let version = newest.first { $0.product.contains(":24.04:amd64") }?.version
                let sets = await region.sandbox.region { state in
                    state.resources.filter { $0.name == "ubuntu/noble" }.flatMap(\.sets)
                }
                #expect(sets.contains { $0.version == version && $0.isComplete })
            }
        }
    }
}
