import TestSupport
import Testing
import Transport

@testable import MAAS

/// Every recorded refusal, through the client's own calls where it has one.
@Suite struct RecordedRefusalsTests {
    /// How many refusals of each status there are, so that none is lost unseen.
    private static let counts = [
        301: 14, 302: 4, 400: 248, 401: 73, 403: 45, 404: 84, 405: 32, 409: 3, 410: 4, 413: 4,
        500: 72, 502: 2,
    ]

    private static func refusals() throws -> [RecordedExchange] {
        try Recordings.all().filter { !(200...299).contains($0.response.status) }
    }

    @Test func `every refusal means what the table says`() throws {
        var seen: [Int: Int] = [:]
        var used: Set<Int> = []
        for exchange in try Self.refusals() {
            let response = exchange.response
            guard let row = ExpectedRefusal.table.firstIndex(where: { $0.fits(response) }) else {
                Issue.record("no row of the table fits \(exchange)")
                continue
            }
            let reason = RegionError.Reason(refusing: response)
            #expect(reason == ExpectedRefusal.table[row].meaning(response), "\(exchange)")
            seen[response.status, default: 0] += 1
            used.insert(row)
        }
        #expect(seen == Self.counts)
        #expect(used == Set(ExpectedRefusal.table.indices), "each row has an exchange")
    }

    @Test func `the client's calls end in that reason`() async throws {
        var driven: [Int: Int] = [:]
        for exchange in try Self.refusals() {
            guard case .made(let call) = RecordedCall(exchange) else { continue }
            driven[exchange.response.status, default: 0] += 1
            let stand = RecordedRegion(exchange)
            let error = await #expect(throws: RegionError.self, "\(exchange)") {
                _ = try await call(stand.client)
            }
            let reason = RegionError.Reason(refusing: exchange.response)
            let isUnknownImage =
                exchange.response.text == "BootResource matching query does not exist."
            if isUnknownImage {
                #expect(error?.reason == .notFound(text: exchange.response.text))
            } else {
                #expect(error?.reason == reason, "\(exchange)")
            }
        }
        #expect(
            driven == [
                301: 2, 400: 202, 401: 73, 403: 37, 404: 40, 409: 3, 413: 4, 500: 66, 502: 2,
            ])
    }

    @Test func `no refusal tells the secret that the region told`() async throws {
        var telling = 0
        for exchange in try Self.refusals()
        where exchange.response.text.contains("<admin-secret>") {
            telling += 1
            let stand = RecordedRegion(exchange)
            let error = await #expect(throws: RegionError.self) {
                try await stand.client.perform("try", .get, "users/")
            }
            let shown = try Shown.all(#require(error))
            #expect(!shown.contains(RecordedRegion.secret), "\(exchange)")
            #expect(!shown.contains("Authorization Error"), "\(exchange)")
        }
        #expect(telling == 15)
    }
}
