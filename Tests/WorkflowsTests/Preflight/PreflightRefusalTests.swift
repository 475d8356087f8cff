import SimpleStreams
import Testing

@testable import Workflows

@Suite struct PreflightRefusalTests {
    private static let mirror = "http://mirror.example.com/"

    @Test(arguments: [
        (
            VerificationError.Reason.unknownKey("ABCD"), OfficialStream.stable.url,
            "its keyring is Canonical's; give the path on the region: --keyring server:/usr/share/"
        ),
        (.unknownKey("ABCD"), mirror, "give the keyring of the stream's publisher with --keyring"),
        (.badSignature, mirror, "fetch it again"),
        (.badSignature, OfficialStream.stable.url, "or name the right keys with --keyring"),
    ])
    func `says which keyring a signature needs`(
        reason: VerificationError.Reason, url: String, hint: String
    ) {
        let cause = VerificationError(document: "streams/v1/index.sjson", reason: reason)
        let refusal = PreflightRefusal(.unverified(cause), url)
        #expect(refusal.kind == .verification)
        #expect(refusal.hint.contains(hint), "\(refusal.hint)")
    }
}
