import FoundationEssentials
import MAAS
import Sandbox
import Synchronization
import TestSupport
import Transport
import Workflows
import YAML

/// What is due, kept in memory.
final class MemoryRecord: ApplyRecord {
    private let isDue = Mutex(false)

    func importIsDue() -> Bool { isDue.withLock { $0 } }
    func begin() { isDue.withLock { $0 = true } }
    func end() { isDue.withLock { $0 = false } }
}

/// Applies documents to a lab's region.
struct DocumentLab {
    let lab: Lab
    var record = MemoryRecord()
    var prunes = false
    var force = false
    var waits = false

    /// Reads a document without its version's line.
    static func document(
        _ text: String, environment: [String: String] = [:],
        keyring: @escaping @Sendable (String) throws -> Data = { _ in Data() }
    ) throws -> Document {
        try DocumentReader(
            .init(environment: environment, directory: "/site", keyring: keyring)
        ).read(Array("version: 1\n\(text)".utf8))
    }

    /// What would be done now.
    func plan(
        _ text: String, _ session: RegionSession? = nil
    ) async throws -> (plan: DocumentPlan, snapshot: RegionSnapshot) {
        let document = try Self.document(text)
        let snapshot = try await RegionSnapshot.read(
            session ?? lab.session, settings: DocumentPlanner.settingsNeeded(document.common))
        var options = DocumentPlanner.Options()
        options.prunes = prunes
        options.force = force
        options.importing = document.importing
        options.importIsDue = record.importIsDue()
        return (
            try DocumentPlanner(document.common, on: snapshot, options: options).plan(), snapshot
        )
    }

    /// Applies the document, through an exchange of the test's own where there is one.
    @discardableResult
    func apply(
        _ text: String, through exchange: (any HTTPExchange)? = nil
    ) async throws -> DocumentOutcome {
        let session = try session(exchange)
        let (plan, snapshot) = try await plan(text, session)
        let wait: DocumentExecutor.Waiting = { baseline, expects, _ in
            let goal = try await WaitGoal.selected(
                on: session, baseline: baseline, expectsImport: expects,
                offers: SourceOffers(reading: Self.reading))
            return try await ImportWatch(
                session: session, goal: goal, baseline: baseline, clock: lab.clock
            ).run { _ in }
        }
        return try await DocumentExecutor(
            session: session, clock: lab.clock, patience: .seconds(60),
            preflight: PreflightCheck(reading: Self.reading, mode: .off), record: record,
            wait: waits ? wait : nil
        ).run(plan, on: snapshot)
    }

    private func session(_ exchange: (any HTTPExchange)?) throws -> RegionSession {
        guard let exchange else { return lab.session }
        let client = RegionClient(
            url: lab.sandbox.url,
            signer: OAuthSigner(
                key: try Transport.APIKey(parsing: lab.sandbox.adminAPIKey), method: .hmacSHA1),
            exchange: exchange)
        return RegionSession(client: client, version: lab.session.version)
    }

    /// No stream can be read from here.
    static let reading = StreamReading { address in
        HTTPStreamSource(address: address, exchange: NoExchange())
    }

    private struct NoExchange: HTTPExchange {
        func send(
            _ request: HTTPRequest, sink: (any BodySink)?
        ) async throws(TransportError) -> HTTPResponse {
            throw TransportError(.unreachable, detail: "no stream here", url: request.url)
        }
    }

    /// Lets time pass in the region.
    func pass(_ time: Duration) async throws {
        try await lab.clock.sleep(for: time)
        await lab.sandbox.region { _ in }
    }

    /// All that a document is about, for comparison, and the selected images that are there. Others
    /// go with the next import (up to 3.7), whenever that is.
    func state() async -> [String] {
        await lab.sandbox.region { state in
            state.sources.map { "\($0.url) \($0.keyringFilename) \($0.keyringData.count)" }.sorted()
                + state.selections.map { selection in
                    let url = state.sources.first { $0.id == selection.sourceID }?.url ?? ""
                    return "\(url) \(selection.release) \(selection.arches.sorted())"
                }.sorted()
                + state.settings.map { "\($0.key) \($0.value)" }.sorted()
                + state.resources.filter { image in
                    state.selections.contains { "\($0.os)/\($0.release)" == image.name }
                }.map {
                    "\($0.name) \($0.architecture) \($0.sets.map { "\($0.version) \($0.isComplete)" })"
                }.sorted()
        }
    }
}
