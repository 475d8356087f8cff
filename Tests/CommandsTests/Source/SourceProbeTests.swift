import Sandbox
import TestSupport
import Testing

@Suite struct SourceProbeTests {
    private func probe(
        _ fixture: MirrorFixture, _ url: String? = nil, keyring: String? = nil, _ words: String...
    ) async -> CommandRun {
        await fixture.run(
            [
                "source", "probe", url ?? fixture.upstream, "--keyring",
                keyring ?? fixture.server.keyringPath,
            ] + words)
    }

    @Test func `tells who signed a stream and what it offers`() async throws {
        try await MirrorFixture.with { fixture in
            let run = await probe(fixture, nil, keyring: nil, "-o", "json")
            #expect(run.status == 0, "\(run.error)")
            #expect(
                run.json.names == [
                    "url", "verified", "fingerprint", "updated", "images", "bootloaders",
                    "findings",
                ])
            #expect(run.json["verified"] == true)
            #expect(run.json["fingerprint"]?.text == fixture.server.fingerprint)
            #expect(run.json["url"]?.text == fixture.upstream)
            #expect(run.json["bootloaders"]?.elements.count == 4)
            #expect(run.json["findings"]?.elements.isEmpty == true)
            let images = run.json["images"]?.elements ?? []
            #expect(
                images.first?.names
                    == ["os", "release", "title", "arch", "subarch", "label", "version"])
            #expect(images.contains { $0["release"] == "noble" && $0["arch"] == "arm64" })
            #expect(images.contains { $0["os"] == "centos" })
        }
    }

    @Test func `reads each document once`() async throws {
        try await MirrorFixture.with { fixture in
            _ = await probe(fixture)
            let asked = fixture.server.requests().map(\.path)
            #expect(asked.count == 4 && Set(asked).count == 4)
        }
    }

    @Test func `says that MAAS never checks an index in .json`() async throws {
        try await MirrorFixture.with { fixture in
            let run = await probe(
                fixture, fixture.upstream + "streams/v1/index.json", keyring: nil, "-o", "json")
            #expect(run.status == 0)
            #expect(run.json["verified"] == false)
            #expect(run.json["findings"]?[0]?["level"] == "warning")
        }
    }

    @Test func `looks without checking when told so`() async throws {
        try await MirrorFixture.with { fixture in
            try fixture.server.misbehave(.unsigned)
            let run = await fixture.run([
                "source", "probe", fixture.upstream, "--no-verify", "-o", "json",
            ])
            #expect(run.status == 0, "\(run.error)")
            #expect(run.json["verified"] == false)
        }
    }

    @Test func `finds a stream without boot loaders wanting`() async throws {
        try await MirrorFixture.with { fixture in
            try fixture.server.misbehave(.withoutBootloaders)
            let run = await probe(fixture)
            #expect(run.status == 1)
            #expect(run.output.contains("lacks the boot loaders"))
        }
    }

    @Test(arguments: [StreamFault.unsigned, .tampered, .resigned, .expiredKey])
    func `a bad signature ends it`(fault: StreamFault) async throws {
        try await MirrorFixture.with { fixture in
            try fixture.server.misbehave(fault)
            let run = await probe(fixture)
            #expect(run.status == 6)
            #expect(run.error.contains("hint:"))
            #expect(run.output.isEmpty)
        }
    }

    @Test(arguments: ["ephemeral-v3/", "ephemeral-v3/stable/streams/", ""])
    func `suggests the address that was probably meant`(path: String) async throws {
        try await MirrorFixture.with { fixture in
            let run = await probe(fixture, "\(fixture.server.baseURL)/\(path)")
            #expect(run.status == 7, "\(run.error)")
            #expect(run.error.contains("there is a stream at \(fixture.upstream)"), "\(run.error)")
        }
    }

    @Test func `says where a stream begins when none can be guessed`() async throws {
        try await MirrorFixture.with { fixture in
            try fixture.server.misbehave(.status(404))
            let run = await probe(fixture, fixture.server.baseURL + "/images/")
            #expect(run.status == 7)
            #expect(run.error.contains("streams/v1/index.sjson"))
        }
    }

    @Test func `a server that is away may be back later`() async throws {
        try await MirrorFixture.with { fixture in
            try fixture.server.misbehave(.status(503))
            #expect(await probe(fixture).status == 5)
            #expect(await probe(fixture, "http://127.0.0.1:9/maas/").status == 5)
        }
    }

    @Test func `a word that is no stream is a wrong use`() async throws {
        try await MirrorFixture.with { fixture in
            let run = await probe(fixture, "stabel")
            #expect(run.status == 64)
            #expect(run.error.contains("stable, candidate"))
        }
    }
}
