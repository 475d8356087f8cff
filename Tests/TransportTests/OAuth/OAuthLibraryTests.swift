import Testing
import Transport

@Suite struct OAuthLibraryTests {
    @Test func `signs the same from many tasks at once as from one`() async throws {
        let vectors = try RecordedVector.all().filter(\.accepted)
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<32 {
                group.addTask { @concurrent in
                    vectors.count { vector in Self.verifies(vector) }
                }
            }
            for await verified in group { #expect(verified == vectors.count) }
        }
    }

    private static func verifies(_ vector: RecordedVector) -> Bool {
        let method = OAuthSigner.Method(
            rawValue: vector.authorization["oauth_signature_method"] ?? "")
        let header = OAuthSigner(key: vector.key, method: method ?? .hmacSHA1).authorization(
            for: SignedRequest(vector.request),
            .init(
                nonce: vector.authorization["oauth_nonce"] ?? "",
                timestamp: Int64(vector.authorization["oauth_timestamp"] ?? "") ?? 0))
        return OAuthHeader.fields(header)["oauth_signature"]
            == vector.authorization["oauth_signature"]
    }
}
