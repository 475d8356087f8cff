import Foundation
import Synchronization
import TestSupport
import Testing
import Transport

@testable import ObjectStore

/// Keys of roles, from servers that answer as AWS's do.
@Suite struct CredentialSourceTests {
    private static func keys(_ name: String, until expiration: String) -> String {
        """
        {"Code": "Success", "AccessKeyId": "\(name)", "SecretAccessKey": "S", "Token": "T",
         "Expiration": "\(expiration)"}
        """
    }

    private func source(
        _ origin: CredentialOrigin, now: Date = Date(),
        hide: @escaping @Sendable ([String]) -> Void = { _ in }
    ) -> CredentialSource {
        CredentialSource(
            origin, exchange: HTTPClient(retry: .never), now: { now }, hide: hide)
    }

    @Test func `a machine's role is asked for with a token of its service`() async throws {
        let server = try ScriptedServer { connection, request in
            let isTold = request.header("X-aws-ec2-metadata-token") == "the-token"
            switch (request.method, request.target) {
            case ("PUT", "/latest/api/token"):
                connection.answer(body: "the-token")
            case ("GET", "/latest/meta-data/iam/security-credentials/") where isTold:
                connection.answer(body: "images\n")
            case ("GET", "/latest/meta-data/iam/security-credentials/images") where isTold:
                connection.answer(body: Self.keys("AK", until: "2099-01-01T00:00:00Z"))
            default: connection.answer(401)
            }
        }
        defer { server.stop() }
        let hidden = Mutex<[String]>([])
        let source = source(.instance(endpoint: server.url(""))) { secrets in
            hidden.withLock { $0 += secrets }
        }
        let known = try await source.current()
        #expect(known.accessKey == "AK" && known.sessionToken == "T")
        #expect(hidden.withLock { $0 } == ["S", "T"])
        _ = try await source.current()
        #expect(server.requests.count == 3)
    }

    @Test func `keys are fetched anew before they end`() async throws {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let soon = (now + 200).formatted(.iso8601)
        let server = try ScriptedServer(inOrder: [
            { connection, _ in connection.answer(body: Self.keys("A", until: soon)) },
            { connection, _ in
                connection.answer(body: Self.keys("B", until: "2099-01-01T00:00:00Z"))
            },
        ])
        defer { server.stop() }
        let source = source(.container(url: server.url("/keys"), token: nil), now: now)
        #expect(try await source.current().accessKey == "A")
        #expect(try await source.current().accessKey == "B")
        #expect(try await source.current().accessKey == "B")
        #expect(server.requests.count == 2)
    }

    @Test func `a container's token is read from its file`() async throws {
        let room = try TemporaryDirectory()
        let file = try room.write("from-a-file\n", to: "token")
        let server = try ScriptedServer { connection, request in
            guard request.header("Authorization") == "from-a-file" else {
                return connection.answer(403)
            }
            connection.answer(body: Self.keys("AK", until: "2099-01-01T00:00:00Z"))
        }
        defer { server.stop() }
        let source = source(.container(url: server.url("/keys"), token: .file(file)))
        #expect(try await source.current().accessKey == "AK")
        let other = self.source(.container(url: server.url("/keys"), token: .text("wrong")))
        await #expect(throws: S3SettingsError.self) { try await other.current() }
    }

    @Test(arguments: [CredentialOrigin.instance(endpoint: "http://127.0.0.1:9"), .nowhere])
    func `where there is no role, what to set is said`(origin: CredentialOrigin) async throws {
        let error = await #expect(throws: S3SettingsError.self) {
            try await source(origin).current()
        }
        #expect(error?.hint?.contains("AWS_ACCESS_KEY_ID") == true)
    }
}
