import Foundation
import Testing

@testable import Sandbox

/// Recomputes every signature that live regions accepted or refused.
struct OAuthVerifierTests {
    struct Vector: CustomTestStringConvertible {
        var flavour: MAASFlavour
        var key: APIKey
        var exchange: JSONValue

        var testDescription: String { "\(flavour.rawValue) \(exchange["name"]?.text ?? "")" }
    }

    static let vectors: [Vector] = {
        let files: [(MAASFlavour, String)] = [
            (.v3_3, "3.3.9"), (.v3_5, "3.5.13"), (.v3_7, "3.7.3"), (.v3_8, "3.8a1"),
        ]
        return files.flatMap { flavour, name -> [Vector] in
            guard let file = try? Fixtures.json("hmac-vectors/\(name).json"),
                let key = file["api_key"]?.text.flatMap({ APIKey($0) })
            else { return [] }
            return file["exchanges"]?.elements.map {
                Vector(flavour: flavour, key: key, exchange: $0)
            } ?? []
        }
    }()

    @Test func `there are vectors for four generations`() {
        #expect(Self.vectors.count > 60)
        #expect(Set(Self.vectors.map(\.flavour)) == Set(MAASFlavour.allCases))
    }

    @Test(arguments: vectors)
    func `answers as the live region did`(vector: Vector) throws {
        let request = try Self.request(vector.exchange)
        let user = RegionUser(name: "v", email: "", isSuperuser: true, keys: [vector.key])
        let verifier = OAuthVerifier(flavour: vector.flavour, users: [user], now: 1_795_381_900)
        var nonces = NonceMemory()
        let response = try #require(vector.exchange["response"])
        if response["status"]?.number == 401 {
            let expected = RegionError.refused(
                String((response["body"]?.text ?? "").dropFirst("Authorization Error: ".count)))
            #expect(throws: expected) { try verifier.user(of: request, nonces: &nonces) }
        } else {
            #expect(try verifier.user(of: request, nonces: &nonces) == user)
        }
    }

    private static func request(_ exchange: JSONValue) throws -> APIRequest {
        let recorded = try #require(exchange["request"])
        let url = try #require(URLComponents(string: recorded["url"]?.text ?? ""))
        var headers: [String: String] = ["host": "\(url.host ?? ""):\(url.port ?? 80)"]
        for member in recorded["headers"]?.members ?? [] {
            headers[member.key.lowercased()] = member.value.text
        }
        let base64 = recorded["body"]?["base64"]?.text
        let body = base64.flatMap { Data(base64Encoded: $0).map(Array.init) }
        return APIRequest(
            method: recorded["method"]?.text ?? "", path: url.percentEncodedPath,
            query: url.percentEncodedQuery ?? "", headers: headers,
            body: body ?? Array((recorded["body"]?.text ?? "").utf8))
    }
}
