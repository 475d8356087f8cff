import FoundationEssentials
import Sandbox
import TestSupport
import Testing

/// What is looked at before a region is pointed at a stream. The region counts writes.
@Suite struct UsePreflightTests {
    private func withStream(
        _ flavour: MAASFlavour = .v3_7,
        _ work: (CommandFixture, StreamServer) async throws -> Void
    ) async throws {
        try await MirrorFixture.with { streams in
            try await CommandFixture.with(
                flavour, configure: { $0.catalogues = StreamCatalogues() }
            ) {
                try await work($0, streams.server)
            }
        }
    }

    /// `use` of the stable line with these words.
    private func use(
        _ server: StreamServer, _ fixture: CommandFixture, _ words: String
    ) async -> CommandRun {
        await fixture.run("use \(server.url(.stable)) --no-import \(words)")
    }

    @Test(arguments: MAASFlavour.allCases)
    func `a stream that has all is taken without a word`(flavour: MAASFlavour) async throws {
        try await withStream(flavour) { fixture, server in
            let run = await use(server, fixture, "--keyring \(server.keyringPath) -o json")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.json["changed"] == true)
            #expect(!run.error.contains("not checked"))
            // Each document is read once.
            let asked = server.requests().map(\.path).filter { $0.hasSuffix(".sjson") }
            #expect(asked.count >= Set(asked).count && !asked.isEmpty)
        }
    }

    struct Lack: Sendable {
        let fault: StreamFault
        let says: [String]
        var keyring = "own"
        var status: Int32 = 1
    }

    static let lacks = [
        Lack(
            fault: .withoutRelease("noble"),
            says: [
                "it does not offer ubuntu/noble, which is selected",
                "machines commission with ubuntu/noble", "it offers", "ubuntu/jammy", "--force",
            ]),
        Lack(
            fault: .withoutBootloaders,
            says: ["lacks the boot loaders pxelinux/i386, grub-efi-signed/amd64", "--force"]),
        Lack(fault: .unsigned, says: ["is not signed", "hint:"], status: 6),
        Lack(fault: .tampered, says: ["is not what was signed"], status: 6),
        Lack(
            fault: .chunked, says: ["which the keyring does not have", "--keyring"],
            keyring: "other", status: 6),
        Lack(fault: .expiredKey, says: ["which has expired"], status: 6),
        Lack(fault: .status(503), says: ["HTTP 503", "--preflight warn"], status: 5),
        Lack(fault: .status(404), says: ["HTTP 404", "source probe"]),
        Lack(fault: .status(403), says: ["HTTP 403"]),
        Lack(fault: .dropped, says: ["--preflight warn"], status: 5),
        Lack(fault: .directoryListing, says: ["is not signed"], status: 6),
        Lack(fault: .deep(), says: ["--force"]),
    ]

    @Test(arguments: lacks)
    func `a stream that will not do is refused, and nothing written`(lack: Lack) async throws {
        try await withStream { fixture, server in
            try server.misbehave(lack.fault)
            let ring = lack.keyring == "own" ? server.keyringPath : server.otherKeyringPath
            let run = await use(server, fixture, "--keyring \(ring)")
            #expect(run.status == lack.status, "\(run.error)")
            #expect(run.error.contains("nothing was changed"))
            for text in lack.says {
                #expect(run.error.contains(text), "\(text) in: \(run.error)")
            }
            #expect(await fixture.writes().isEmpty)
        }
    }

    @Test(arguments: ["--preflight warn", "--force", "--preflight require --force"])
    func `what is missing is said, and the change made when asked for`(
        words: String
    ) async throws {
        try await withStream { fixture, server in
            try server.misbehave(.withoutRelease("noble"))
            let run = await use(
                server, fixture, "--keyring \(server.keyringPath) \(words)")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.error.contains("warning:"))
            #expect(run.error.contains("does not offer ubuntu/noble"))
            #expect(await fixture.writes().count == 1)
        }
    }

    @Test func `nothing is looked at when told so`() async throws {
        try await withStream { fixture, server in
            try server.misbehave(.status(404))
            let run = await use(
                server, fixture, "--keyring \(server.keyringPath) --preflight off")
            #expect(run.status == 0, "\(run.error)")
            #expect(await fixture.writes().count == 1)
        }
    }

    @Test func `a keyring that only the region has is said not to have been used`() async throws {
        try await withStream { fixture, server in
            let run = await use(server, fixture, "--keyring server:/nowhere/ring.gpg")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.error.contains("warning: the signature of"))
            #expect(run.error.contains("(/nowhere/ring.gpg) is not on this machine"))
            // What needs no keys is looked at all the same.
            try server.misbehave(.withoutBootloaders)
            let candidate = await fixture.run(
                "use \(server.url(.candidate)) --no-import --keyring server:/nowhere/other.gpg")
            #expect(candidate.status == 1)
        }
    }

    @Test func `a dry run looks too`() async throws {
        try await withStream { fixture, server in
            try server.misbehave(.withoutRelease("noble"))
            let run = await use(server, fixture, "--keyring \(server.keyringPath) --dry-run")
            #expect(run.status == 1)
            #expect(await fixture.writes().isEmpty)
        }
    }

    @Test func `the official stream out of reach is a warning`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("use candidate --no-import")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.error.contains("warning:"))
            #expect(run.error.contains("was not checked, for it cannot be read from here"))
        }
    }

    @Test func `another stream out of reach is refused, and later may help`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run(
                "use http://127.0.0.1:9/maas/ --no-import --keyring server:/nowhere/ring.gpg")
            #expect(run.status == 5)
            #expect(run.error.contains("--preflight warn"))
            #expect(await fixture.writes().isEmpty)
        }
    }

    @Test func `an address with a password never shows it`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("use http://me:hunter2@127.0.0.1:9/maas/ --no-import")
            #expect(run.status != 0)
            #expect(!run.error.contains("hunter2"))
            #expect(await fixture.writes().isEmpty)
        }
    }
}
