import FoundationEssentials
import MAAS
import Sandbox
import Synchronization
import Testing
import Transport
import Workflows

@Suite struct StreamSwitchTests {
    private static let target = "http://mirror.example.com/x"

    private func plan(
        _ lab: Lab, _ target: String, _ reference: String? = nil
    ) async throws -> SourcePlan {
        try StreamSwitch(
            session: lab.session,
            executor: SourceExecutor(session: lab.session, clock: lab.clock)
        ).plan(
            target: try StreamTarget(target), reference: reference.map(SourceReference.init),
            keyring: nil, among: try await lab.session.client.bootSources())
    }

    @Test(arguments: MAASFlavour.allCases)
    func `switches in place, keeping id, keyring and selections`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Lab.run(flavour) { lab in
            let before = try await lab.source()
            _ = try await lab.switchTo("candidate")
            let after = try await lab.source()
            #expect(OfficialStream(url: after.url) == .candidate)
            #expect(after.keyringFilename == before.keyringFilename)
            #expect(after.management == before.management)
            let selections = try await lab.session.client.selections(of: 1)
            #expect(selections.map(\.release) == ["noble"])
            let again = try await plan(lab, "candidate")
            #expect(!again.changesAnything)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `asks no more than it needs`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            let requests = try await lab.requests { _ = try await lab.switchTo("candidate") }
            let logged = ["GET events/?op=query&level=DEBUG&limit=1"]
            let before = ["GET boot-resources/?op=is_importing", "GET notifications/"]
            let ordered = [
                "GET boot-resources/?op=is_importing", "POST boot-resources/?op=import",
            ]
            let isOld = flavour < .v3_8
            #expect(
                requests.sorted()
                    == (["GET boot-sources/", "PUT boot-sources/1/"] + before
                    + (isOld ? logged + ordered : [])).sorted())
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `with several sources the one that has the target is meant, or one must be named`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Lab.run(flavour) { lab in
            await lab.sandbox.region { state in
                state.sources.append(
                    Sandbox.BootSource(
                        id: 2, url: Self.target, keyringFilename: "/k", name: "x", priority: 9))
            }
            let there = try await plan(lab, Self.target)
            #expect(there.current?.id == 2)
            #expect(!there.changesAnything)
            #expect(await workflowError { try await plan(lab, "candidate") }?.kind == .ambiguous)
            let named = try await plan(lab, "candidate", "1")
            #expect(named.current?.id == 1)
            let taken = await workflowError { try await plan(lab, Self.target, "1") }
            #expect(taken?.kind == .refused)
        }
    }

    @Test func `on 3.8 only a new address starts its downloads by itself`() async throws {
        try await Lab.run(.v3_8) { lab in
            let switching = StreamSwitch(
                session: lab.session,
                executor: SourceExecutor(session: lab.session, clock: lab.clock))
            let planner = SourcePlanner(
                version: lab.session.version, sources: [try await lab.source()])
            let renamed = try planner.update(try await lab.source(), SourceWish(name: "New"))
            #expect(
                try await switching.execute(
                    renamed, importing: true, record: MemoryRecord()
                ).order == .order(mayRepeat: false))
            let added = try planner.add(SourceWish(url: Self.target, keyring: .auto))
            let outcome = try await switching.execute(
                added, importing: true, record: MemoryRecord())
            #expect(outcome.order != .startsByItself)
            let silent = try await switching.execute(
                renamed, importing: false, record: MemoryRecord())
            #expect(silent.order == nil)
        }
    }

    @Test(arguments: [MAASFlavour.v3_3, .v3_7])
    func `an import that could not be ordered is ordered by the same switch again`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Lab.run(flavour) { lab in
            let record = MemoryRecord()
            let failing = try await Lab.session(
                lab.sandbox, key: lab.sandbox.adminAPIKey, lab.clock
            ) { RefusingImports(inner: $0) }
            func switching(_ session: RegionSession) -> StreamSwitch {
                StreamSwitch(
                    session: session,
                    executor: SourceExecutor(session: session, clock: lab.clock))
            }
            let first = try await plan(lab, "candidate")
            let error = await workflowError {
                try await switching(failing).execute(first, importing: nil, record: record)
            }
            #expect(error?.kind == .partly)
            #expect(error?.message.contains("candidate/ now, but the import could not") == true)
            let again = try await plan(lab, "candidate")
            #expect(!again.changesAnything)
            let refused = try await switching(lab.session).execute(
                again, importing: false, record: record)
            #expect(refused.order == nil)
            let outcome = try await switching(lab.session).execute(
                again, importing: nil, record: record)
            #expect(outcome.order == .order(mayRepeat: true))
            let third = try await switching(lab.session).execute(
                again, importing: nil, record: record)
            #expect(third.order == nil)
        }
    }

    @Test(arguments: [MAASFlavour.v3_7, .v3_8])
    func `a source made anew beside a running import needs another one on 3.8`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Lab.run(flavour) { lab in
            await lab.sandbox.region { state in
                state.sources[0].keyringFilename = ""
                state.sources[0].keyringData = Array("keys".utf8)
            }
            let session = try await Lab.session(
                lab.sandbox, key: lab.sandbox.adminAPIKey, lab.clock
            ) { LongImport(inner: $0) }
            let plan = try SourcePlanner(
                version: session.version, sources: [try await lab.source()]
            )
            .update(
                try await lab.source(),
                SourceWish(keyring: .serverPath(DefaultContent.debKeyring)))
            let record = MemoryRecord()
            let outcome = try await StreamSwitch(
                session: session,
                executor: SourceExecutor(session: session, clock: lab.clock)
            ).execute(plan, importing: nil, record: record)
            #expect(outcome.order == .alreadyRunning)
            let isNew = flavour >= .v3_8
            #expect(outcome.awaitsOrder == isNew && record.importIsDue() == isNew)
            let order = try await ImportStarter(session).startBehind(on: lab.clock)
            #expect(order == .order(mayRepeat: !isNew))
        }
    }

    @Test func `an import that runs already must begin anew for a new address`() async throws {
        try await Lab.run(.v3_7) { lab in
            _ = try await ImportStarter(lab.session).start()
            let baseline = try await lab.switchTo("candidate")
            #expect(!baseline.importing)
            let outcome = try await lab.watch(baseline)
            #expect(outcome.verdict == .ready(.importCycle))
            let held = await lab.sandbox.region { $0.resources.flatMap(\.sets).map(\.version) }
            #expect(held.contains("20260815"))
        }
    }
}

/// Answers the order of an import as a region that is just restarting does.
private struct RefusingImports: HTTPExchange {
    let inner: HTTPClient

    func send(
        _ request: HTTPRequest, sink: (any BodySink)?
    ) async throws(TransportError) -> HTTPResponse {
        guard request.method == .post, request.url.contains("boot-resources") else {
            return try await inner.send(request, sink: sink)
        }
        throw TransportError(.unreachable, detail: "connection refused", url: request.url)
    }
}

/// Says that an import runs, the first times it is asked.
private final class LongImport: HTTPExchange {
    private let inner: HTTPClient
    private let looks = Atomic(4)

    init(inner: HTTPClient) {
        self.inner = inner
    }

    func send(
        _ request: HTTPRequest, sink: (any BodySink)?
    ) async throws(TransportError) -> HTTPResponse {
        let isLook = request.target.contains("op=is_importing")
        guard isLook, looks.wrappingSubtract(1, ordering: .relaxed).newValue >= 0 else {
            return try await inner.send(request, sink: sink)
        }
        return HTTPResponse(
            status: 200, headers: [HTTPHeader("Content-Type", "application/json")],
            body: Data("true".utf8), url: request.url)
    }
}
