import Testing
import Transport

@Suite struct OAuthSignerTests {
    @Test func `the recordings of all four regions are at hand`() throws {
        let vectors = try RecordedVector.all()
        #expect(Set(vectors.map(\.region)).count == 4)
        #expect(vectors.count == 64)
        #expect(vectors.contains { !$0.accepted })
    }

    @Test(arguments: try RecordedVector.all())
    func `recomputes each recorded signature from what was signed`(vector: RecordedVector) {
        let signed = SignedRequest(
            method: vector.request.method, baseURL: vector.request.url,
            parameters: vector.request.query + vector.signedBodyFields)
        #expect(signature(signed, vector) == vector.authorization["oauth_signature"])
    }

    @Test(arguments: try RecordedVector.all())
    func `signs as the region accepts and never as it refuses`(vector: RecordedVector) {
        let ours = signature(SignedRequest(vector.request), vector)
        #expect((ours == vector.authorization["oauth_signature"]) == vector.accepted)
    }

    @Test func `sends what a region reads and nothing else`() throws {
        let signer = OAuthSigner(key: try APIKey(parsing: "ck:tk:se/cret"), method: .plaintext)
        let request = SignedRequest(HTTPRequest(.get, "https://maas.test/MAAS/"))
        let header = signer.authorization(
            for: request, .init(nonce: "n1", timestamp: 1_700_000_000))
        #expect(header.hasPrefix("OAuth oauth_"))
        #expect(!header.contains("realm"))
        #expect(
            OAuthHeader.fields(header) == [
                "oauth_consumer_key": "ck", "oauth_token": "tk", "oauth_nonce": "n1",
                "oauth_timestamp": "1700000000", "oauth_version": "1.0",
                "oauth_signature_method": "PLAINTEXT", "oauth_signature": "&se%2Fcret",
            ])
        #expect(header.contains("oauth_signature=\"%26"))
    }

    @Test func `every attempt has a nonce of its own`() {
        let nonces = (0..<1000).map { _ in OAuthSigner.Freshness.now(0).nonce }
        #expect(Set(nonces).count == 1000)
    }

    @Test func `keeps the secret off plain HTTP`() {
        #expect(OAuthSigner.preferredMethod(for: "http://h/MAAS") == .hmacSHA1)
        #expect(OAuthSigner.preferredMethod(for: "HTTPS://h/MAAS") == .plaintext)
    }

    private func signature(_ request: SignedRequest, _ vector: RecordedVector) -> String? {
        let method = OAuthSigner.Method(
            rawValue: vector.authorization["oauth_signature_method"] ?? "")
        let header = OAuthSigner(key: vector.key, method: method ?? .hmacSHA1).authorization(
            for: request,
            .init(
                nonce: vector.authorization["oauth_nonce"] ?? "",
                timestamp: Int64(vector.authorization["oauth_timestamp"] ?? "") ?? 0))
        return OAuthHeader.fields(header)["oauth_signature"]
    }
}
