import TestSupport
import Testing

@testable import Transport

/// libcurl's signatures against the examples that AWS publishes for S3 ("Authenticating Requests:
/// Using the Authorization Header", API Reference), seen on the wire: the test server stands where a
/// proxy would, so the request names AWS's own host.
@Suite(.enabled(if: SigV4Signer.isOffered, "needs libcurl 7.88"))
struct SigV4SignerTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let method: HTTPRequest.Method
        let path: String
        var query: [FormField] = []
        var headers: [HTTPHeader] = []
        var body: String?
        var digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        let signature: String

        var testDescription: String { "\(method.rawValue) \(path) \(query.map(\.name))" }
    }

    static let examples = [
        Example(
            method: .get, path: "/test.txt", headers: [HTTPHeader("Range", "bytes=0-9")],
            signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
        Example(
            method: .put, path: "/test%24file.text",
            headers: [
                HTTPHeader("Date", "Fri, 24 May 2013 00:00:00 GMT"),
                HTTPHeader("x-amz-storage-class", "REDUCED_REDUNDANCY"),
            ], body: "Welcome to Amazon S3.",
            digest: "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
            signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
        Example(
            method: .get, path: "/", query: [FormField("lifecycle", "")],
            signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        Example(
            method: .get, path: "/",
            // Given in another order than that in which they are signed.
            query: [FormField("prefix", "J"), FormField("max-keys", "2")],
            signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ]

    private static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

    private func sent(
        _ request: HTTPRequest
    ) async throws -> ReceivedRequest {
        let server = try ScriptedServer { connection, _ in connection.answer() }
        defer { server.stop() }
        let options = ConnectionOptions(proxies: ProxySettings(http: server.url("")))
        _ = try await HTTPClient(options: options).send(request)
        return try #require(server.requests.first)
    }

    private func request(_ example: Example, token: String? = nil) -> HTTPRequest {
        let date = HTTPHeader("x-amz-date", "20130524T000000Z")
        return HTTPRequest(
            example.method, "http://examplebucket.s3.amazonaws.com\(example.path)",
            query: example.query,
            headers: example.headers + [HTTPHeader("x-amz-content-sha256", example.digest), date],
            body: example.body.map { .raw(Array($0.utf8)) },
            storeSigner: SigV4Signer(
                accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: Self.secret, sessionToken: token,
                region: "us-east-1"))
    }

    @Test(arguments: examples)
    func `the published examples are signed as published`(example: Example) async throws {
        let request = try await sent(request(example))
        let value = try #require(request.header("Authorization"))
        #expect(value.hasSuffix("Signature=\(example.signature)"), "\(value)")
        #expect(request.text == example.body ?? "")
    }

    @Test func `the token of temporary keys goes along and is signed`() async throws {
        let request = try await sent(request(Self.examples[0], token: "a-token"))
        #expect(request.header("x-amz-security-token") == "a-token")
        let value = try #require(request.header("Authorization"))
        #expect(value.contains(";x-amz-security-token,"))
        #expect(!request.headers.contains { $0.value.contains(Self.secret) })
    }

    @Test func `nothing is signed that is not sent`() async throws {
        var example = Self.examples[1]
        example.body = String(repeating: "x", count: 2 << 20)
        let request = try await sent(request(example))
        let value = try #require(request.header("Authorization"))
        let names = value.split(separator: "SignedHeaders=")[1].prefix { $0 != "," }
        for name in names.split(separator: ";") { #expect(request.header(String(name)) != nil) }
        #expect(request.body.count == 2 << 20)
    }

    @Test func `headers that libcurl signs in the wrong order are refused`() async throws {
        var request = request(Self.examples[0])
        request.headers += [HTTPHeader("x-amz-meta-a", "1"), HTTPHeader("X-Amz-Meta-A-B", "2")]
        let error = await #expect(throws: TransportError.self) {
            try await HTTPClient().send(request)
        }
        #expect(error?.kind == .invalidRequest)
    }

    @Test func `a signed request follows no redirect`() async throws {
        let server = try ScriptedServer { connection, _ in
            connection.answer(307, headers: ["Location: http://127.0.0.1:9/"])
        }
        defer { server.stop() }
        var request = request(Self.examples[0])
        request.url = server.url("/test.txt")
        request.redirects = .follow(5)
        let response = try await HTTPClient().send(request)
        #expect(response.status == 307)
    }

    @Test func `a signer prints without its secrets`() {
        let signer = SigV4Signer(
            accessKey: "AK", secretKey: "hush", sessionToken: "hush", region: "r")
        #expect(!"\(signer) \(String(reflecting: signer))".contains("hush"))
    }
}
