import FoundationEssentials
import TestSupport
import Testing
import Transport

@testable import MAAS

@Suite struct RegionVersionTests {
    @Test(arguments: [
        ("3.7.3", [3, 7, 3]), ("3.8.0~alpha1", [3, 8, 0]), ("3.7.0~beta1", [3, 7, 0]),
        ("3.3.9-13258-g.3c93a8539", [3, 3, 9]), ("3.8.0~alpha1-18400-g.9e51f33ce", [3, 8, 0]),
        ("2.9", [2, 9, 0]), ("3", [3, 0, 0]), ("3.10.12", [3, 10, 12]), ("", [0, 0, 0]),
        ("v3.7", [0, 0, 0]), ("3..7", [3, 0, 7]), (".3", [0, 3, 0]), ("3.7.", [3, 7, 0]),
        ("٣.٧", [0, 0, 0]), ("99999999999999999999.1", [0, 1, 0]), ("3.7½", [3, 7, 0]),
    ])
    func `reads`(text: String, numbers: [Int]) {
        let version = RegionVersion(text)
        #expect([version.major, version.minor, version.patch] == numbers)
        #expect(version.text == text)
    }

    @Test(arguments: [
        ("3.8.0~alpha1", true, true), ("3.10.0", true, true), ("4.0", true, true),
        ("3.7.3", false, true), ("3.5.13", false, true), ("3.4.9", false, false),
        ("2.9.2", false, false),
    ])
    func `tells generations`(text: String, priorities: Bool, onRegions: Bool) {
        #expect(RegionVersion(text).hasSourcePriorities == priorities)
        #expect(RegionVersion(text).keepsImagesOnRegions == onRegions)
    }

    @Test func `capabilities may be missing`() {
        let version: RegionVersion = Samples.decode(#"{"version":"2.4.2","subversion":"7034"}"#)
        #expect(version == RegionVersion("2.4.2"))
    }

    @Test(
        arguments: [
            ("Sun, 22 Nov 2026 20:09:39 GMT", 1_795_378_179.0), ("nonsense", nil), ("", nil),
        ] as [(String, Double?)])
    func `reads the region's clock`(header: String, seconds: Double?) async throws {
        let answer = HTTPResponse(
            status: 200, headers: [HTTPHeader("date", header)], body: Data("{}".utf8), url: "")
        try await ScriptedExchange.run([ScriptedStep(.get, "version/", .response(answer))]) {
            let client = RegionClient(url: ScriptedExchange.region, signer: nil, exchange: $0)
            let time = try await client.serverTime()
            #expect(time?.timeIntervalSince1970 == seconds)
        }
    }
}
