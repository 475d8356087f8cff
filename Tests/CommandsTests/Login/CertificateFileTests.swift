import FoundationEssentials
import TestSupport
import Testing

/// A server with TLS that is no region: an answer from it shows that the connection was trusted.
@Suite struct CertificateFileTests {
    private let authority: PrivateAuthority
    private let server: TLSServer

    init() throws {
        authority = try PrivateAuthority()
        server = try TLSServer(authority)
    }

    private func login(_ options: String) async throws -> CommandRun {
        var run: CommandRun?
        try await CommandFixture.with { fixture in
            run = await fixture.run("login prod \(server.url()) \(options)", input: "a:b:cccccccc")
        }
        return try #require(run)
    }

    @Test func `refuses a region whose certificate nobody trusts`() async throws {
        let run = try await login("")
        #expect(run.status == 1)
        #expect(run.error.contains("no trusted TLS connection"))
        #expect(run.error.contains("give it with --ca-file"))
    }

    @Test func `trusts the authority in the file`() async throws {
        let run = try await login("--ca-file \(authority.authorityFile)")
        #expect(!run.error.contains("TLS"))
        #expect(run.error.contains("not what a MAAS region sends"))
    }

    @Test func `says aloud that a certificate goes unchecked`() async throws {
        let run = try await login("--insecure")
        #expect(run.error.hasPrefix("warning: the certificate of 127.0.0.1:"))
        #expect(run.error.contains("not what a MAAS region sends"))
    }

    @Test func `refuses a file without certificates`() async throws {
        let missing = try await login("--ca-file /nowhere/ca.pem")
        #expect(missing.status == 7)
        let other = try await login("--ca-file \(authority.serverKeyFile)")
        #expect(other.status == 64)
        #expect(other.error.contains("openssl x509"))
        #expect(try await login("--insecure --ca-file x").status == 64)
    }
}
