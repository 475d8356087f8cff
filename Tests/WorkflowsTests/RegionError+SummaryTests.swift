import MAAS
import TestSupport
import Testing
import Transport
import Workflows

@Suite struct RegionErrorSummaryTests {
    private static let rows: [(HTTPStatus, summary: String, isPassing: Bool)] = [
        (HTTPStatus(503, "not ready"), "busy or restarting (HTTP 503)", true),
        (HTTPStatus(502, "<html>"), "busy or restarting (HTTP 502)", true),
        (HTTPStatus(401, "Invalid API key."), "did not accept the API key", false),
        (HTTPStatus(403, "no"), "may not list boot sources", false),
        (HTTPStatus(404, "No BootSource matches the given query."), "has no such thing", false),
        (HTTPStatus(404, "<html>"), "does not answer like a MAAS region (HTTP 404)", false),
        (HTTPStatus(400, "wrong op"), "list boot sources: wrong op", false),
        (HTTPStatus(409, "x"), "conflicts", false),
        (HTTPStatus(301, ""), "another address", false),
        (HTTPStatus(500, "deadlock detected"), "the region failed (HTTP 500) deadlock", false),
        (HTTPStatus(200, "{"), "makes no sense", false),
    ]

    @Test(arguments: rows.indices)
    func `one line on what happened`(_ index: Int) async throws {
        let (status, summary, isPassing) = Self.rows[index]
        let error = try await Self.error(.text(status.body, status: status.code))
        #expect(error?.summary.contains(summary) == true, "\(error?.summary ?? "none")")
        #expect(error?.summary.contains("\n") == false)
        #expect(error?.isPassing == isPassing)
    }

    @Test(arguments: [
        (TransportError.Kind.unreachable, true), (.timeout, true), (.interrupted, true),
        (.tls, false), (.cancelled, false), (.tooLarge, false),
    ])
    func `what did not arrive may pass, or not`(
        _ kind: TransportError.Kind, _ isPassing: Bool
    ) async throws {
        let error = try await Self.error(.failure(kind))
        #expect(error?.isPassing == isPassing)
        #expect(error?.summary.isEmpty == false)
    }

    struct HTTPStatus: Sendable {
        let code: Int
        let body: String

        init(_ code: Int, _ body: String) {
            self.code = code
            self.body = body
        }
    }

    private static func error(_ answer: ScriptedStep.Answer) async throws -> RegionError? {
        try await ScriptedExchange.run([ScriptedStep(.get, "boot-sources/", answer)]) {
            (exchange) -> RegionError? in
            let client = RegionClient(
                url: ScriptedExchange.region, signer: nil, exchange: exchange)
            do throws(RegionError) {
                _ = try await client.bootSources()
                return nil
            } catch {
                return error
            }
        }
    }
}
