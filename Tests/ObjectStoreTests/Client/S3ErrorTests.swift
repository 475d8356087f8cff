import SimpleStreams
import TestSupport
import Testing
import Transport

@testable import ObjectStore

@Suite(.timeLimit(.minutes(1))) struct S3ErrorTests {
    private func client(of endpoint: String) -> S3Client {
        let exchange = HTTPClient(retry: .never)
        let keys = S3Credentials(accessKey: "AK", secretKey: "hush", sessionToken: nil)
        return S3Client(
            S3Service(endpoint: endpoint, region: "us-east-1", style: .path), bucket: "images",
            credentials: CredentialSource(.keys(keys), exchange: exchange), exchange: exchange)
    }

    private static let absent = "<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>"

    @Test(arguments: [
        (404, "<html><body>Not Found</body></html>"), (404, "404 page not found\n"), (404, ""),
        (405, "<html/>"),
    ])
    func `another web server is no empty bucket`(status: Int, body: String) async throws {
        let server = try ScriptedServer { connection, _ in connection.answer(status, body: body) }
        defer { server.stop() }
        let client = client(of: server.url(""))
        let error = await #expect(throws: S3Error.self) {
            _ = try await client.get("copy/x", limit: 10)
        }
        #expect(error?.detail.contains("does not answer like an object store") == true)
        #expect(error?.hint?.contains("--s3-endpoint") == true)
        #expect(error.map { StoreError($0).kind } == .failed)
    }

    @Test(arguments: ["<html><body>It works</body></html>", "It works", "<Error/>", ""])
    func `a web page is no listing`(body: String) async throws {
        let server = try ScriptedServer { connection, _ in connection.answer(200, body: body) }
        defer { server.stop() }
        let client = client(of: server.url(""))
        let listing = await #expect(throws: S3Error.self) { _ = try await client.list("copy/") }
        let uploads = await #expect(throws: S3Error.self) { _ = try await client.uploads("copy/") }
        #expect(listing?.code == "NoStore" && uploads?.code == "NoStore")
    }

    @Test func `what a store does not have is nothing, also where HEAD cannot say so`() async throws
    {
        let server = try ScriptedServer { connection, request in
            connection.answer(404, body: request.method == "HEAD" ? "" : Self.absent)
        }
        defer { server.stop() }
        let client = client(of: server.url(""))
        #expect(try await client.get("copy/x", limit: 10)?.bytes == nil)
        #expect(try await client.head("copy/x") == nil)
    }

    @Test func `a store that cannot be reached is there later, perhaps`() async throws {
        let server = try ScriptedServer { connection, _ in connection.answer() }
        let endpoint = server.url("")
        server.stop()
        let client = client(of: endpoint)
        let error = await #expect(throws: S3Error.self) {
            _ = try await client.get("copy/x", limit: 10)
        }
        #expect(error.map { StoreError($0).kind } == .unavailable)
        #expect(error?.hint?.contains("--s3-endpoint") == true)
    }

    @Test func `a store that is busy is told so with its words`() async throws {
        let server = try ScriptedServer { connection, _ in
            connection.answer(503, body: "<Error><Code>SlowDown</Code></Error>")
        }
        defer { server.stop() }
        let client = client(of: server.url(""))
        let error = await #expect(throws: S3Error.self) {
            _ = try await client.get("copy/x", limit: 10)
        }
        #expect(error?.detail.contains("SlowDown") == true)
        #expect(error?.hint?.contains("later") == true)
    }
}
