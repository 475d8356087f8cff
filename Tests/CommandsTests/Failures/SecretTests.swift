import Foundation
import Sandbox
import TestSupport
import Testing

/// Everything the program prints and writes is searched for the secret of the key, in all forms.
@Suite struct SecretTests {
    /// A secret whose characters are written otherwise in addresses, headers and JSON.
    private static let key = "consumer00000001:token0000000001:Se%cr&et/with+signs=\"12345678901"

    private static let lines = [
        "source list", "source show 1", "source add http://mirror.example.com/maas --keyring auto",
        "source add http://mirror.example.com/maas --preflight off --keyring auto",
        "source update 2 --to http://other.example.com/ --preflight off", "source remove 2",
        "source probe http://127.0.0.1:9/ --no-verify", "selection list", "selection available",
        "selection ensure jammy:amd64,arm64", "selection remove jammy:arm64",
        "use candidate --wait --progress none", "use stable --dry-run",
        "import start --wait --progress none", "import stop",
        "import status", "import wait --timeout 1s --progress none", "image list",
        "image show noble",
        "image remove noble", "status", "doctor", "profile list", "profile use prod",
        "logout prod",
    ]
    private static let faults: [SandboxFault] = [
        .wrongKey, .traceback, .htmlPage, .truncatedJSON, .badGateway, .redirect,
        .clockSkew(seconds: 90_000), .unavailable(retryAfter: 0), .reset,
    ]

    private func withKey(
        _ flavour: MAASFlavour, _ work: (CommandFixture) async throws -> Void
    ) async throws {
        try await CommandFixture.with(flavour, configure: { $0.adminKey = APIKey(Self.key) }) {
            fixture in
            try fixture.keepProfile("prod")
            try await work(fixture)
            #expect(
                fixture.secrets.files(
                    below: fixture.home.path, except: [".config/maas-boot/profiles.json"]
                ).isEmpty)
        }
    }

    @Test func `finds a secret in every form, were there one`() {
        let hunt = SecretHunt(keys: [Self.key])
        let secret = String(Self.key.split(separator: ":")[2])
        #expect(hunt.traces(in: "x\(secret)y") == ["itself"])
        #expect(hunt.traces(in: "a=Se%25cr%26et%2Fwith%2Bsigns%3D%2212345678901&").count == 1)
        for prefix in ["", "a", "ab"] {
            let encoded = Data("\(prefix)\(secret)z".utf8).base64EncodedString()
            #expect(hunt.traces(in: "Basic \(encoded)") == ["base64"])
        }
        #expect(hunt.traces(in: "nothing here").isEmpty)
    }

    @Test(arguments: [MAASFlavour.v3_3, .v3_8])
    func `prints no secret, whatever it does and however loud`(flavour: MAASFlavour) async throws {
        try await withKey(flavour) { fixture in
            for line in Self.lines {
                let loud = line.hasPrefix("profile") || line.hasPrefix("logout") ? "" : " -vv"
                let run = await fixture.run(line + loud, clock: fixture.clock)
                #expect(run.status != 64, "\(line): \(run.error)")
                #expect(loud.isEmpty || run.error.contains("debug: "), "\(line)")
            }
        }
    }

    @Test(arguments: ["-vv", "-vv --log-format json -o json", "-vv --oauth-signature plaintext"])
    func `prints no secret when a region fails`(options: String) async throws {
        try await withKey(.v3_7) { fixture in
            for fault in Self.faults {
                await fixture.sandbox.inject(fault)
                let run = await fixture.run("source list \(options)")
                #expect(run.status != 0)
                await fixture.sandbox.clearFaults()
            }
        }
    }

    @Test(arguments: [401, 400, 403, 404, 500, 503])
    func `prints no secret that an answer contains`(status: Int) async throws {
        let secret = String(Self.key.split(separator: ":")[2])
        let type = status == 503 ? "text/html" : "text/plain"
        let server = try ScriptedServer { connection, request in
            let header = request.header("Authorization") ?? ""
            connection.answer(
                status, headers: ["Content-Type: \(type)"],
                body: "Expected &\(secret) in \(header) of 'Invalid signature'")
        }
        try await withKey(.v3_7) { fixture in
            for options in ["", " -o json", " -vv", " --oauth-signature plaintext -vv"] {
                let run = await fixture.run(
                    "source list\(options)", adding: ["MAAS_URL": server.url("/MAAS")])
                #expect(run.status != 0)
            }
        }
    }

    @Test func `sends the secret to nobody with HMAC-SHA1`() async throws {
        let server = try ScriptedServer { connection, _ in
            connection.answer(headers: ["Content-Type: application/json"], body: "[]")
        }
        try await withKey(.v3_7) { fixture in
            _ = await fixture.run("source list", adding: ["MAAS_URL": server.url("/MAAS")])
            let sent = server.requests.map { request in
                request.target + request.headers.map { "\($0.name): \($0.value)" }.joined()
                    + request.text
            }.joined()
            #expect(sent.contains("HMAC-SHA1"))
            #expect(fixture.secrets.traces(in: sent).isEmpty)
        }
    }

    @Test func `quotes no key that was mistyped`() async throws {
        try await withKey(.v3_7) { fixture in
            let key = fixture.sandbox.adminAPIKey
            for input in ["\(key):more", "x\(key.replacing(":", with: ";"))", "\(key)\u{7}"] {
                let run = await fixture.run("login other \(fixture.sandbox.url)", input: input)
                #expect(run.status == 64)
            }
            let run = await fixture.run("source list", adding: ["MAAS_API_KEY": "\(key):more"])
            #expect(run.status == 64)
        }
    }
}
