import FoundationEssentials
import TestSupport
import Testing
import Transport

@testable import MAAS

@Suite struct AuthenticationProblemTests {
    private static let secret = RecordedRegion.secret

    @Test(arguments: [
        ("Authorization Error: Invalid API key.", AuthenticationProblem.unknownKey),
        ("Authorization Error: 'Invalid access token: abc'", .unknownToken),
        (
            "Authorization Error: 'Invalid signature. Expected signature base string: &\(secret)'",
            .wrongSignature
        ),
        ("Authorization Error: 'Nonce already used: \(secret)'", .nonceReused),
        (
            "'Expired timestamp: given 100 and now 500 has a greater difference than threshold 300'",
            .expiredTimestamp(given: 100, regionNow: 500)
        ),
        (
            "Expired timestamp: given 9999999999999999999999 and now 1 has",
            .expiredTimestamp(given: nil, regionNow: nil)
        ),
        ("Expired timestamp", .expiredTimestamp(given: nil, regionNow: nil)),
        (
            "'Signature method X not supported try one of the following: PLAINTEXT'",
            .unsupportedMethod
        ),
        (#"{"Code": "macaroon discharge required", "Info": {}}"#, .externalLogin),
        ("Forbidden", .noCredentials), ("Unauthorized", .noCredentials), ("", .noCredentials),
        (
            "Authorization Error: 'OAuth version 1.0; oauth_signature=&\(secret) not supported.'",
            .other
        ),
        ("<html>Authorization Required</html>", .other), (secret, .other),
    ])
    func `keeps the kind and nothing of the text`(body: String, expected: AuthenticationProblem) {
        let response = HTTPResponse(
            status: 401, headers: [HTTPHeader("Content-Type", "text/html; charset=utf-8")],
            body: Data(body.utf8), url: "http://h/")
        let reason = RegionError.Reason(refusing: response)
        #expect(reason == .unauthenticated(expected))
        let shown = Shown.all(RegionError(doing: "try", region: "r", reason ?? .conflict))
        #expect(!shown.contains(Self.secret))
        #expect(!shown.contains("Authorization Error"))
    }
}
