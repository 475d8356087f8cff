import Testing

@testable import Sandbox

struct CataloguesTests {
    private static let jammy = "os=ubuntu&release=jammy&arches=amd64&subarches=*&labels=*"

    @Test(arguments: MAASFlavour.allCases)
    func `selections are refused until the catalogue has filled`(flavour: MAASFlavour) {
        let scene = Scene(flavour) { $0.catalogueDelay = .seconds(2) }
        scene.call(
            "POST", "boot-sources/",
            "url=http://mirror.lan/ephemeral-v3/stable/&keyring_filename=\(DefaultContent.debKeyring)"
        )
        let refused = scene.call("POST", "boot-sources/2/selections/", Self.jammy)
        #expect(refused.status == 400)
        #expect(refused.text.contains("OS ubuntu with release jammy has no available images"))
        scene.clock.advance(by: .seconds(2))
        #expect(scene.call("POST", "boot-sources/2/selections/", Self.jammy).status == 200)
    }

    @Test func `changing source 1 does not refresh its catalogue up to 3.7`() {
        let labels = { (scene: Scene) in
            scene.region.access { Set($0.caches[1]?.catalogue.images.map(\.label) ?? []) }
        }
        let scene = Scene(.v3_7)
        scene.switchToCandidate()
        #expect(labels(scene) == ["stable"])
        scene.startImport()
        #expect(labels(scene) == ["candidate"])
    }

    @Test func `a missing keyring file silences every source up to 3.7`() {
        let scene = Scene(.v3_7)
        scene.call("POST", "boot-sources/", "url=http://a.lan/x/&keyring_filename=/no/such")
        scene.switchToCandidate()
        scene.startImport()
        #expect(scene.isImporting)
        scene.clock.advance(by: .seconds(11))
        #expect(!scene.isImporting)
        #expect(scene.noble == ["20260801 complete"])
        #expect(scene.notices == [])
        #expect(scene.region.access { $0.events.isEmpty })
    }

    @Test func `a missing keyring file is noticed on 3.8, and others go on`() {
        let scene = Scene(.v3_8)
        scene.call("POST", "boot-sources/", "url=http://a.lan/x/&keyring_filename=/no/such")
        #expect(scene.notices == ["Image manifest fetcher (boot source 2)"])
        scene.switchToCandidate()
        scene.clock.advance(by: .seconds(11))
        #expect(scene.noble == ["20260815 complete"])
    }

    @Test func `an unreachable source is noticed with its reason, escaped, up to 3.7`() async throws
    {
        let sandbox = try await RunningSandbox.start()
        await sandbox.region { $0.keyringFiles.insert("/k") }
        let client = try SandboxClient(sandbox)
        let headers = [
            "Authorization": OAuthHeader.plaintext(sandbox.adminAPIKey),
            "Content-Type": "application/x-www-form-urlencoded",
        ]
        _ = try await client.send(
            "POST", "/MAAS/api/2.0/boot-sources/", headers: headers,
            body: Array("url=http://127.0.0.1:19/x/&keyring_filename=/k".utf8))
        await sandbox.fetchesDone()
        let notice = await sandbox.region {
            $0.notifications.first { $0.ident == "Image importer" }
        }
        let message = try #require(notice?.message)
        #expect(message.hasPrefix("Failed to import images from http://127.0.0.1:19/x/: "))
        #expect(message.contains("&#x27;127.0.0.1&#x27;, port=19"))
        await sandbox.stop()
    }

    @Test func `one without selections gives all images when there are no bootloaders`() {
        var state = RegionState(flavour: .v3_7)
        let source = BootSource(id: 1, url: "http://a.lan/")
        let image = BuiltInCatalogue.stable.images[0]
        state.sources = [source]
        state.caches[1] = CatalogueCache(catalogue: Catalogue(images: [image]))
        #expect(state.wants(image, from: source))
        state.caches[1] = CatalogueCache(catalogue: BuiltInCatalogue.stable)
        #expect(!state.wants(image, from: source))
    }
}
