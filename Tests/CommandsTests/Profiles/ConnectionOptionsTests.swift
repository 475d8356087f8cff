import ArgumentParser
import Commands
import TestSupport
import Testing
import Transport

@Suite struct ConnectionOptionsTests {
    private func targets(
        _ arguments: [String], environment: [String: String] = [:], home: TemporaryDirectory
    ) throws -> (targets: [RegionTarget], error: String) {
        let captured = CapturedContext(environment: environment, home: home.path)
        let targets = try ConnectionOptions.parse(arguments).targets(in: captured.context)
        captured.context.note("the secret is secret-of-east")
        return (targets, captured.error.text)
    }

    private func homeWithProfile() throws -> TemporaryDirectory {
        let home = try TemporaryDirectory()
        try ProfileStore(directory: home.path(".config/maas-boot")).update {
            $0.put(try .sample("east"))
        }
        return home
    }

    @Test func `makes a target of a profile and keeps its secret from then on`() throws {
        let (targets, error) = try targets([], home: homeWithProfile())
        #expect(targets.map(\.name) == ["east"])
        #expect(targets.first?.apiKey.tokenSecret == "secret-of-east")
        #expect(error == "the secret is <secret>\n")
    }

    @Test func `reads the key of a URL from a private file only`() throws {
        let home = try TemporaryDirectory()
        let path = try home.write(" c:t:secret-of-east\n", to: "key")
        let made = try targets(["--url", "https://h:5443", "--api-key-file", path], home: home)
        #expect(made.targets.first?.name == "h:5443")
        #expect(made.targets.first?.address.base == "https://h:5443/MAAS")
        #expect(made.error == "the secret is <secret>\n")

        let open = try home.write("c:t:s", to: "open", mode: 0o644)
        let failure = #expect(throws: Failure.self) {
            try targets(["--url", "http://h", "--api-key-file", open], home: home)
        }
        #expect(failure?.hint == "chmod 600 \(open)")
        let missing = #expect(throws: Failure.self) {
            try targets(["--url", "http://h", "--api-key-file", home.path("no")], home: home)
        }
        #expect(missing?.kind == .notFound)
    }

    @Test func `quotes nothing of a broken key`() throws {
        let failure = try #require(throws: Failure.self) {
            try targets(
                [], environment: ["MAAS_URL": "http://h", "MAAS_API_KEY": "hush:hush"],
                home: TemporaryDirectory())
        }
        #expect(failure.message.contains("MAAS_API_KEY"))
        #expect(!"\(failure)".contains("hush"))
    }

    @Test func `says aloud that a certificate goes unchecked`() throws {
        let (targets, error) = try targets(["--insecure"], home: homeWithProfile())
        #expect(targets.first?.insecure == true)
        #expect(error.hasPrefix("warning: the certificate of h:5240 is not checked\n"))
    }

    @Test func `prefers the authority on the command line`() throws {
        let (targets, _) = try targets(["--ca-file", "/ca.pem"], home: homeWithProfile())
        #expect(targets.first?.authority == .file(path: "/ca.pem"))
    }

    @Test func `reads every option`() throws {
        let options = try ConnectionOptions.parse([
            "-p", "a", "--profile", "b", "--oauth-signature", "hmac-sha1", "--connect-timeout",
            "5s", "--request-timeout", "2m", "-vv", "--log-format", "json",
        ])
        #expect(options.profiles == ["a", "b"] && options.namesSeveral)
        #expect(options.signature == .hmacSHA1)
        #expect(options.connectTimeout.duration == .seconds(5))
        #expect(options.requestTimeout.duration == .seconds(120))
        #expect(options.logging.verbose == 2 && options.logging.format == .json)
        #expect(throws: (any Error).self) {
            try ConnectionOptions.parse(["--insecure", "--ca-file", "x"])
        }
    }
}
