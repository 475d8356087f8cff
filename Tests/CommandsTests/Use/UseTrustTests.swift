import Commands
import Foundation
import Sandbox
import TestSupport
import Testing

/// `use` with a mirror that signs its metadata itself: the region gets the mirror's keyring, and
/// imports with it what the mirror holds. The region runs gpgv.
@Suite struct UseTrustTests {
    /// A mirror of noble for amd64 that signs itself, served over loopback, and a region.
    private func withMirror(
        _ flavour: MAASFlavour = .v3_7,
        _ work: (CommandFixture, MirrorFixture, _ url: String, _ key: String) async throws -> Void
    ) async throws {
        try await MirrorFixture.with(.brief) { mirror in
            let key = try await SigningKeyFile.shared.key()
            try await mirror.made(
                "--release", "noble", "--arch", "amd64", "--max", "1", "--sign", key.path)
            try await MirrorHost.with(mirror.directory) { url in
                try await CommandFixture.with(
                    flavour, configure: { $0.catalogues = StreamCatalogues() }
                ) {
                    try await work($0, mirror, url, key.fingerprint)
                }
            }
        }
    }

    private func source(_ fixture: CommandFixture) async -> BootSource? {
        await fixture.sandbox.region { $0.sources.first }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `gives the region the keyring of a key that is known`(flavour: MAASFlavour) async throws {
        try await withMirror(flavour) { fixture, mirror, url, key in
            let run = await fixture.run(
                "use \(url) --trust \(key) --wait --timeout 1h --progress none -o json")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.json["changed"] == true && run.json["ready"] == true)
            let keyring = mirror.mirror.bytes("streams/v1/keyring.gpg")
            #expect(await source(fixture)?.keyringData == keyring.map { [UInt8]($0) })
            #expect(run.error.contains("newer API") == (flavour == .v3_8))
            // The region has read the mirror, believed it, and fetched its newest images.
            let version = try mirror.mirror.newestItems().first {
                $0.product.contains(":24.04:amd64")
            }?.version
            let sets = await fixture.sandbox.region { state in
                state.resources.filter { $0.name == "ubuntu/noble" }.flatMap(\.sets)
            }
            #expect(sets.contains { $0.version == version && $0.isComplete })
            let again = await fixture.run("use \(url) --trust \(key) -o json")
            #expect(again.status == 0 && again.json["changed"] == false)
        }
    }

    @Test func `without the fingerprint, or with another, nothing is changed`() async throws {
        try await withMirror { fixture, mirror, url, key in
            let before = await source(fixture)
            let plain = await fixture.run("use \(url) --no-import")
            #expect(plain.status == 6, "\(plain.error)")
            #expect(plain.error.contains("maas-boot use \(url) --trust \(key)"))
            let other = String(repeating: "0", count: 40)
            let wrong = await fixture.run("use \(url) --no-import --trust \(other)")
            #expect(wrong.status == 6 && wrong.error.contains(key), "\(wrong.error)")
            let dry = await fixture.run("use \(url) --dry-run --trust \(key)")
            #expect(dry.status == 0, "\(dry.error)")
            #expect(await source(fixture) == before)
            for words in ["--trust ABCD", "--trust \(key) --keyring auto"] {
                #expect(await fixture.run("use \(url) \(words)").status == 64)
            }
            let official = await fixture.run("use candidate --trust \(key)")
            #expect(official.status == 64, "\(official.error)")
        }
    }

    @Test func `asks a person at a terminal, and takes nothing but yes for one`() async throws {
        try await withMirror { fixture, mirror, url, key in
            let terminal = FixedTerminal([.input, .error])
            for answer in ["\n", "no\n", "n\n"] {
                let run = await fixture.run(
                    "use \(url) --no-import", input: answer, terminal: terminal)
                #expect(run.status == 6 && run.error.contains("[y/N]"), "\(run.error)")
                #expect(run.error.contains(key) && run.error.contains("site@example.invalid"))
                #expect(await source(fixture)?.url.contains("127.0.0.1") == false)
            }
            let run = await fixture.run(
                "use \(url) --no-import", input: "y\n", terminal: terminal)
            #expect(run.status == 0, "\(run.error)")
            #expect(await source(fixture)?.keyringData.isEmpty == false)
            // The region knows the key now: nobody is asked again.
            let again = await fixture.run("use \(url) --no-import", terminal: terminal)
            #expect(again.status == 0 && !again.error.contains("[y/N]"), "\(again.error)")
        }
    }

    @Test func `a keyring that is not the signer's, or has more keys, is refused`() async throws {
        try await withMirror { fixture, mirror, url, key in
            let path = URL(filePath: mirror.mirror.path("streams/v1/keyring.gpg"))
            let own = try Data(contentsOf: path)
            let other = try Data(contentsOf: URL(filePath: mirror.server.otherKeyringPath))
            for bytes in [other, own + other, Data("junk".utf8), Data()] {
                try bytes.write(to: path)
                let run = await fixture.run("use \(url) --no-import --trust \(key)")
                #expect(run.status == 6, "\(run.error)")
            }
            try FileManager.default.removeItem(at: path)
            let run = await fixture.run("use \(url) --no-import --trust \(key)")
            #expect(run.status == 7 && run.error.contains("no keyring of its own"), "\(run.error)")
            #expect(await source(fixture)?.url.contains("127.0.0.1") == false)
        }
    }

    @Test func `source add and source update take the same option`() async throws {
        try await withMirror { fixture, mirror, url, key in
            let added = await fixture.run("source add \(url) --trust \(key) -o json")
            #expect(added.status == 0, "\(added.error)")
            let keyring = await fixture.sandbox.region { state in
                state.sources.first { $0.url.contains("127.0.0.1") }?.keyringData
            }
            #expect(keyring?.isEmpty == false)
            let same = await fixture.run("source update 127.0.0.1 --trust \(key) -o json")
            #expect(same.status == 0 && same.json["changed"] == false, "\(same.error)")
        }
    }
}
