import Commands
import FoundationEssentials
import Sandbox
import TestSupport
import Testing

@Suite struct LoginTests {
    private static let store = ".config/maas-boot/profiles.json"

    @Test(arguments: MAASFlavour.allCases)
    func `takes the key from standard input and checks it with the region`(
        flavour: MAASFlavour
    ) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = await fixture.run(
                "login prod \(fixture.sandbox.url)", input: fixture.sandbox.adminAPIKey + "\n")
            #expect(run.status == 0)
            #expect(
                run.output
                    == "logged in to \(fixture.sandbox.url) as admin; profile prod saved\n")
            #expect(
                await fixture.sandbox.requests().map(\.path)
                    == ["/MAAS/api/2.0/users/?op=whoami"])
            let list = await fixture.run(
                "source list --json id", adding: ["MAAS_URL": "", "MAAS_API_KEY": ""])
            #expect(list.json == [["id": 1]])
        }
    }

    @Test func `keeps the key where only its owner can read it`() async throws {
        try await CommandFixture.with { fixture in
            _ = await fixture.run(
                "login prod \(fixture.sandbox.url)", input: fixture.sandbox.adminAPIKey)
            let path = fixture.home.path(Self.store)
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let directory = try FileManager.default.attributesOfItem(
                atPath: fixture.home.path(".config/maas-boot"))
            #expect(directory[.posixPermissions] as? Int == 0o700)
        }
    }

    @Test func `takes the key from a file that only its owner can read`() async throws {
        try await CommandFixture.with { fixture in
            let key = fixture.sandbox.adminAPIKey
            let line = "login prod \(fixture.sandbox.url) --api-key-file "
            let open = try fixture.home.write(key, to: "open.key", mode: 0o644)
            let refused = await fixture.run(line + open)
            #expect(refused.status == 64 || refused.status == 1)
            #expect(refused.error.contains("chmod 600 \(open)"))
            let closed = try fixture.home.write(key, to: "closed.key")
            #expect(await fixture.run(line + closed).status == 0)
            #expect(await fixture.run(line + "/nowhere/key").status == 7)
        }
    }

    @Test func `asks on a terminal`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run(
                "login prod \(fixture.sandbox.url)",
                terminal: FixedTerminal([.input], secret: fixture.sandbox.adminAPIKey))
            #expect(run.status == 0)
        }
    }

    @Test func `has no option that takes the key itself`() async {
        let help = await CommandFixture.help("login")
        #expect(help.contains("--api-key-file <file>"))
        #expect(!help.contains("--api-key "))
    }

    @Test func `says that a second login changed nothing`() async throws {
        try await CommandFixture.with { fixture in
            let line = "login prod \(fixture.sandbox.url) -o json"
            let first = await fixture.run(line, input: fixture.sandbox.adminAPIKey)
            let second = await fixture.run(line, input: fixture.sandbox.adminAPIKey)
            #expect(first.json["changed"] == true)
            #expect(second.json["changed"] == false)
            #expect(second.status == 0)
        }
    }

    @Test func `says when the user is no administrator`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run(
                "login bob \(fixture.sandbox.url)", input: fixture.sandbox.userAPIKey)
            #expect(run.status == 0)
            #expect(run.output.contains("as bob, who is not an administrator;"))
        }
    }

    @Test(arguments: [
        ("x:y:zzzzzzzzzzzzzzzz", "does not know this API key"),
        ("no-key", "three parts"), ("", "it is empty"), ("a::cccccccccc", "a part"),
    ])
    func `refuses a wrong key and keeps nothing`(key: String, words: String) async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("login prod \(fixture.sandbox.url)", input: key)
            #expect(run.status == (key.contains("x:") ? 4 : 64))
            #expect(run.error.contains(words))
            #expect(run.error.contains("\nhint: "))
            #expect(!FileManager.default.fileExists(atPath: fixture.home.path(Self.store)))
        }
    }

    @Test func `refuses a key whose secret is wrong`() async throws {
        try await CommandFixture.with { fixture in
            let parts = fixture.sandbox.adminAPIKey.split(separator: ":")
            let run = await fixture.run(
                "login prod \(fixture.sandbox.url)", input: "\(parts[0]):\(parts[1]):wrong-secret")
            #expect(run.status == 4)
            #expect(run.error.contains("does not accept the request's signature"))
            #expect(!run.error.contains("wrong-secret"))
        }
    }

    @Test(arguments: [
        ("maas.example.com:5240", 64, "write the region's URL like http://HOST:5240/MAAS"),
        ("ftp://h/MAAS", 64, "write the region's URL like"),
        ("http://user:hush@h:5240/MAAS", 64, "leave it out"),
        ("http://127.0.0.1:9/MAAS", 5, "check that the region runs"),
        ("http://no-such-host.invalid:5240/MAAS", 5, "check the host name"),
    ])
    func `refuses a wrong URL`(url: String, status: Int32, hint: String) async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("login prod \(url)", input: "a:b:cccccccccc")
            #expect(run.status == status)
            #expect(run.error.hasPrefix("error: "))
            #expect(run.error.contains("\nhint: ") && run.error.contains(hint))
            #expect(!run.error.contains("hush"))
        }
    }

    @Test func `tells another server from a region`() async throws {
        let server = try ScriptedServer { connection, _ in
            connection.answer(404, headers: ["Content-Type: text/html"], body: "<h1>no</h1>")
        }
        try await CommandFixture.with { fixture in
            let run = await fixture.run("login prod \(server.url())", input: "a:b:cccccccccc")
            #expect(run.status == 1)
            #expect(run.error.contains("does not answer like a MAAS region"))
            #expect(run.error.contains("hint: check the URL"))
        }
    }

    @Test func `names the address that a region with TLS redirects to`() async throws {
        try await CommandFixture.with(configure: { $0.faults = [.redirect] }) { fixture in
            let run = await fixture.run(
                "login prod \(fixture.sandbox.url)", input: fixture.sandbox.adminAPIKey)
            #expect(run.status == 1)
            #expect(run.error.contains("wants to be asked at another address"))
            #expect(run.error.contains("https://127.0.0.1:5443/MAAS"))
            #expect(run.error.contains("hint: log in again with that address"))
        }
    }

    @Test func `refuses a profile name that cannot be typed`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run(words: ["login", "a b", fixture.sandbox.url], input: "")
            #expect(run.status == 64)
            #expect(run.error.contains("use up to 64 letters"))
        }
    }
}
