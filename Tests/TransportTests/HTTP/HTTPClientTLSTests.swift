import Foundation
import TestSupport
import Testing
import Transport

@Suite(.timeLimit(.minutes(1))) struct HTTPClientTLSTests {
    private let authority: PrivateAuthority
    private let server: TLSServer

    init() throws {
        authority = try PrivateAuthority()
        server = try TLSServer(authority)
        try #require(server.port > 0, "python3 did not start a server")
    }

    @Test func `an authority the system does not know is refused`() async throws {
        try await refuses(ConnectionOptions())
    }

    @Test func `an authority from a file is trusted`() async throws {
        try await accepts(ConnectionOptions(authorities: .file(authority.authorityFile)))
    }

    @Test func `an authority from memory is trusted`() async throws {
        let pem = try Data(contentsOf: URL(filePath: authority.authorityFile))
        try await accepts(ConnectionOptions(authorities: .pem(Array(pem))))
    }

    @Test func `another authority is refused`() async throws {
        let other = try PrivateAuthority()
        try await refuses(ConnectionOptions(authorities: .file(other.authorityFile)))
        let pem = try Data(contentsOf: URL(filePath: other.authorityFile))
        try await refuses(ConnectionOptions(authorities: .pem(Array(pem))))
    }

    @Test(arguments: [
        ConnectionOptions.Authorities.file("/nonexistent/ca.pem"), .pem(Array("nonsense".utf8)),
        .pem([]),
    ])
    func `authorities that cannot be read are no reason to trust`(
        authorities: ConnectionOptions.Authorities
    ) async throws {
        try await refuses(ConnectionOptions(authorities: authorities))
    }

    @Test func `a certificate for another name is refused`() async throws {
        let error = await #expect(throws: TransportError.self) {
            try await HTTPClient(
                options: ConnectionOptions(authorities: .file(authority.authorityFile)),
                retry: .never
            ).send(HTTPRequest(.get, "https://localhost:\(server.port)/"))
        }
        #expect(error?.kind == .tls)
    }

    @Test func `anything is accepted when told so`() async throws {
        try await accepts(ConnectionOptions(insecure: true))
    }

    @Test func `a redirect does not lead from TLS to plain HTTP`() async throws {
        let plain = try ScriptedServer { connection, _ in connection.answer() }
        let error = await #expect(throws: TransportError.self) {
            try await HTTPClient(
                options: ConnectionOptions(authorities: .file(authority.authorityFile)),
                retry: .never
            ).send(
                HTTPRequest(
                    .get, server.url(), headers: [HTTPHeader("X-Redirect-To", plain.url())],
                    redirects: .follow(3)))
        }
        #expect(error?.kind == .redirects)
        #expect(plain.connectionCount == 0)
    }

    @Test func `plain HTTP on an https address is asked about`() async throws {
        let plain = try ScriptedServer(greeting: "HTTP/1.1 400 Bad Request\r\n\r\n") { _, _ in }
        defer { plain.stop() }
        let error = await #expect(throws: TransportError.self) {
            try await HTTPClient(retry: .never).send(
                HTTPRequest(.get, "https://127.0.0.1:\(plain.port)/"))
        }
        #expect(error?.kind == .notTLS)
        #expect(error.map { "\($0)" }?.contains("is http:// meant?") == true)
    }

    private func accepts(_ options: ConnectionOptions) async throws {
        let response = try await HTTPClient(options: options, retry: .never).send(
            HTTPRequest(.get, server.url("/path")))
        #expect(response.text == "/path")
    }

    private func refuses(_ options: ConnectionOptions) async throws {
        let error = await #expect(throws: TransportError.self) {
            try await HTTPClient(options: options, retry: .never).send(
                HTTPRequest(.get, server.url("/path")))
        }
        #expect(error?.kind == .tls)
    }
}
