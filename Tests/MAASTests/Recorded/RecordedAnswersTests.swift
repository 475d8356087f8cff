import MAAS
import TestSupport
import Testing
import Transport

/// Every recorded success of an endpoint that the client knows, driven through the client.
@Suite struct RecordedAnswersTests {
    @Test(arguments: [
        ("3.3.9", 187), ("3.5.13", 169), ("3.7.3", 195), ("3.8a1", 398),
    ])
    func `the client understands every success`(region: String, calls: Int) async throws {
        var driven = 0
        for exchange in try Recordings.exchanges(of: region)
        where (200...299).contains(exchange.response.status) {
            guard case .made(let call) = RecordedCall(exchange) else { continue }
            driven += 1
            let stand = RecordedRegion(exchange)
            do {
                let understood = try await call(stand.client)
                let type = exchange.response.mediaType
                let isValue = type == "application/json" && exchange.response.status < 204
                let expected =
                    isValue ? try RecordedJSON.witnesses(exchange.response.body) : []
                #expect(understood.sorted() == expected, "\(exchange)")
            } catch {
                Issue.record("\(exchange): \(error)")
            }
            #expect(stand.requests == [stand.recordedRequest], "\(exchange)")
        }
        #expect(driven == calls)
    }

    @Test func `what is not driven is known`() throws {
        var skipped: [String: Int] = [:]
        for exchange in try Recordings.all() where (200...299).contains(exchange.response.status) {
            guard case .skipped(let reason) = RecordedCall(exchange) else { continue }
            skipped[reason, default: 0] += 1
        }
        #expect(
            skipped == [
                "a doubled slash": 4,
                "a path outside the API": 4,
                "a setting the client never asks for": 20,
                "an answer of which the recording holds the start": 4,
                "controllers are read as a list": 4,
                "images are not uploaded": 14,
                "keys are not managed": 16,
                "machines are not managed": 1,
                "racks are not told to import": 4,
                "selections are read as a list": 12,
                "users are not managed": 4,
            ])
    }
}
