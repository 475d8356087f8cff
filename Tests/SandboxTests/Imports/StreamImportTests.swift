import Testing

@testable import Sandbox

/// Imports from a stream that is really fetched and verified; each test has one for all regions.
@Suite(.serialized) struct StreamImportTests {
    private static let older: [MAASFlavour] = [.v3_3, .v3_5, .v3_7]

    /// The stream's newest version of Ubuntu images, and the digests of the noble kernel's files.
    private func newest(
        _ line: StreamLine, of server: StreamServer
    ) async throws -> (version: String, digests: Set<String>) {
        let url = server.url(line) + "streams/v1/com.ubuntu.maas:\(line):v3:download.sjson"
        let products = try FetchedDocument(try await curl(url).text).products
        let product = try #require(products.first { $0.key.hasSuffix(":24.04:amd64:ga-24.04") })
        let versions = product.value["versions"] as? [String: [String: Any]] ?? [:]
        let version = try #require(versions.keys.max())
        let items = versions[version]?["items"] as? [String: [String: Any]] ?? [:]
        let files = items.values.filter { $0["ftype"] as? String != "manifest" }
        return (version, Set(files.compactMap { $0["sha256"] as? String }))
    }

    private func digests(_ scene: Scene) -> Set<String> {
        scene.region.access { state in
            let resource = state.resources.first { $0.architecture == "amd64/ga-24.04" }
            return Set(resource?.sets.last?.files.map(\.file.sha256) ?? [])
        }
    }

    @Test func `brings the stream's newest versions`() async throws {
        try await withStreamServer { server in
            let stable = try await newest(.stable, of: server)
            let candidate = try await newest(.candidate, of: server)
            #expect(stable.version != candidate.version)
            for flavour in MAASFlavour.allCases {
                let scene = try await Scene(flavour, beside: server)
                #expect(scene.noble == ["\(stable.version) complete"])
                #expect(digests(scene) == stable.digests)
                #expect(scene.region.access { $0.resources.filter(\.isBootloader).count } == 4)
                scene.switchToCandidate()
                if flavour < .v3_8 { scene.startImport() }
                await scene.finishImport()
                #expect(!scene.isImporting)
                #expect(scene.noble == ["\(candidate.version) complete"])
                #expect(digests(scene) == candidate.digests)
                #expect(scene.notices == [])
            }
            try await server.publishAgain(.candidate)
            let next = try await newest(.candidate, of: server)
            #expect(next.version != candidate.version)
            let scene = try await Scene(.v3_7, beside: server)
            scene.switchToCandidate()
            await scene.runImport()
            #expect(scene.noble == ["\(next.version) complete"])
        }
    }

    @Test func `brings what is published again`() async throws {
        try await withStreamServer { server in
            var scenes: [Scene] = []
            for flavour in MAASFlavour.allCases {
                scenes.append(try await Scene(flavour, beside: server))
            }
            try await server.publishAgain()
            let version = try await newest(.stable, of: server).version
            for scene in scenes {
                #expect(scene.noble != ["\(version) complete"])
                await scene.runImport()
                #expect(scene.noble == ["\(version) complete"])
            }
        }
    }

    @Test func `a wrong key or a missing keyring is kept quiet up to 3.7 and noticed on 3.8`()
        async throws
    {
        try await withStreamServer { server in
            for keyring in [server.otherKeyringPath, "/no/such.gpg"] {
                for flavour in MAASFlavour.allCases {
                    let scene = try await Scene(flavour, beside: server)
                    let before = scene.noble
                    scene.call("PUT", "boot-sources/1/", "keyring_filename=\(keyring)")
                    await scene.runImport()
                    #expect(!scene.isImporting)
                    #expect(scene.noble == before)
                    #expect(scene.region.access { $0.events.isEmpty })
                    let ident = "Image manifest fetcher (boot source 1)"
                    #expect(scene.notices == (flavour == .v3_8 ? [ident] : []))
                }
            }
        }
    }

    @Test func `one wrong key keeps later sources from being read up to 3.7`() async throws {
        try await withStreamServer { server in
            for flavour in MAASFlavour.allCases {
                let scene = try await Scene(flavour, beside: server)
                for (line, keyring) in [
                    (StreamLine.stable, server.otherKeyringPath), (.candidate, server.keyringPath),
                ] {
                    scene.call(
                        "POST", "boot-sources/",
                        "url=\(server.url(line))&keyring_filename=\(keyring)")
                    await scene.region.fetchesDone()
                }
                let isRead = scene.region.access { $0.caches[3]?.catalogue.images.isEmpty == false }
                #expect(isRead == (flavour == .v3_8))
            }
        }
    }

    @Test func `an unsigned stream is noticed, unless 3.8 is told to skip`() async throws {
        try await withStreamServer { server in
            for flavour in MAASFlavour.allCases {
                let scene = try await Scene(flavour, beside: server)
                try server.misbehave(.unsigned)
                let before = scene.noble
                await scene.runImport()
                #expect(scene.noble == before)
                let notice = scene.region.access { $0.notifications.map(\.message).joined() }
                #expect(notice.contains("No signature found!") == (flavour < .v3_8))
                #expect(scene.notices.count == 1)
                if flavour == .v3_8 {
                    scene.call("PUT", "boot-sources/1/", "skip_keyring_verification=true")
                    await scene.region.fetchesDone()
                    #expect(scene.notices == [])
                }
                server.behave()
            }
        }
    }

    @Test func `a release that is not offered cannot be selected`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.withoutRelease("jammy"))
            for flavour in MAASFlavour.allCases {
                let scene = try await Scene(flavour, beside: server)
                await scene.runImport()
                let answer = scene.call(
                    "POST", "boot-sources/1/selections/",
                    "os=ubuntu&release=jammy&arches=amd64&subarches=*&labels=*")
                #expect(answer.status == 400)
            }
        }
    }

    @Test func `a file that is gone fails the import up to 3.7, and its selection on 3.8`()
        async throws
    {
        try await withStreamServer { server in
            for flavour in MAASFlavour.allCases {
                let scene = try await Scene(flavour, beside: server)
                let before = try #require(scene.noble.first)
                scene.call(
                    "POST", "boot-sources/1/selections/",
                    "os=ubuntu&release=jammy&arches=amd64&subarches=*&labels=*")
                try await server.publishAgain()
                try server.misbehave(.status(404), on: "*/noble/*/squashfs")
                await scene.runImport()
                #expect(!scene.isImporting)
                #expect(scene.noble.first == before)
                #expect(!scene.noble.dropFirst().contains { $0.hasSuffix("complete") })
                let message = scene.region.access { $0.notifications.first?.message ?? "" }
                #expect(message.contains("http://images.maas.io/ephemeral-v3/stable/noble/amd64/"))
                #expect(scene.notices == [flavour < .v3_8 ? "Image importer" : "Sync selection 1"])
                let hasJammy = scene.region.access { state in
                    state.resources.contains {
                        $0.name == "ubuntu/jammy" && $0.sets.allSatisfy(\.isComplete)
                    }
                }
                #expect(hasJammy == (flavour == .v3_8))
                server.behave()
            }
        }
    }

    @Test
    func `a file with another sha256 fails the import up to 3.7 and is fetched for ever on 3.8`()
        async throws
    {
        try await withStreamServer { server in
            for flavour in MAASFlavour.allCases {
                let scene = try await Scene(flavour, beside: server)
                try await server.publishAgain()
                try server.misbehave(.flippedByte(), on: "*/squashfs")
                await scene.runImport()
                #expect(scene.isImporting == (flavour == .v3_8))
                #expect(scene.notices == (flavour < .v3_8 ? ["Image importer"] : []))
                #expect(!scene.noble.dropFirst().contains { $0.hasSuffix("complete") })
                server.behave()
            }
        }
    }

    @Test(arguments: [MAASFlavour.v3_7, .v3_8])
    func `imports with the stored keyring`(flavour: MAASFlavour) async throws {
        try await withStreamServer { server in
            let scene = try await Scene(flavour, beside: server)
            let keyring = try SampleKeys.read(server.keyringPath)
            scene.region.access {
                $0.sources[0].keyringFilename = ""
                $0.sources[0].keyringData = keyring
            }
            try await server.publishAgain()
            await scene.runImport()
            let version = try await newest(.stable, of: server).version
            #expect(scene.noble == ["\(version) complete"])
        }
    }

    @Test func `nothing is complete before its files have arrived`() async throws {
        try await withStreamServer { server in
            let scene = try await Scene(.v3_7, beside: server)
            try await server.publishAgain()
            try server.misbehave(.silent, on: "*/squashfs")
            scene.startImport()
            await scene.region.fetchesDone()
            scene.clock.advance(by: .seconds(2))
            #expect(scene.isImporting)
            scene.clock.advance(by: .seconds(3600))
            #expect(scene.isImporting)
            #expect(scene.noble.count == 2 && !scene.noble[1].hasSuffix("complete"))
            await scene.region.abandonFetches()
        }
    }
}
