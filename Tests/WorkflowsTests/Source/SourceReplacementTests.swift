import FoundationEssentials
import MAAS
import Sandbox
import TestSupport
import Testing
import Transport
import Workflows

/// A stored keyring that gives way to a path, with something failing at each step.
@Suite struct SourceReplacementTests {
    static let url = "http://mirror.example.com/own"
    static let path = "/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg"

    // MARK: On whole regions

    @Test(arguments: MAASFlavour.allCases)
    func `keeps selections, name and priority`(_ flavour: MAASFlavour) async throws {
        try await Self.inLab(flavour) { lab, source in
            let made = try await Self.replace(lab, source, SourceWish(keyring: Self.choice))
            #expect(made.keyringFilename == Self.path)
            #expect(made.keyringData == .none)
            #expect(SourceURL.same(made.url, source.url))
            #expect(made.management == source.management)
            let selections = try await lab.session.client.selections(of: made.id)
            #expect(selections.map(\.release) == ["noble", "jammy"])
            #expect(selections.map(\.arches) == [["amd64"], ["amd64", "arm64"]])
            #expect(try await lab.session.client.bootSources().count == 1)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `with a new address the new source is there before the old one goes`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Self.inLab(flavour) { lab, source in
            let requests = try await lab.requests {
                let made = try await Self.replace(
                    lab, source, SourceWish(url: "\(Self.url)2", keyring: Self.choice))
                #expect(SourceURL.same(made.url, "\(Self.url)2"))
                #expect(made.management?.name == source.management?.name)
                #expect(made.management?.priority == source.management?.priority)
                #expect(try await lab.session.client.selections(of: made.id).count == 2)
            }
            let writes = requests.filter { !$0.hasPrefix("GET") }
            #expect(writes.first == "POST boot-sources/")
            #expect(writes[3] == "DELETE boot-sources/\(source.id)/")
            #expect(try await lab.session.client.bootSources().count == 1)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `the old source comes back when the new one cannot be made`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Self.inLab(flavour) { lab, source in
            await lab.sandbox.inject(.createFails)
            let error = await workflowError {
                try await Self.replace(lab, source, SourceWish(keyring: Self.choice))
            }
            #expect(error?.kind == .failed)
            #expect(error?.message.contains("deadlock") == true)
            #expect(error?.hint?.contains("put back") == true)
            let sources = try await lab.session.client.bootSources()
            #expect(sources.map(\.keyringData) == [.bytes(Data([1, 2, 3]))])
            #expect(sources.map(\.url) == [source.url])
            #expect(sources.map(\.management) == [source.management])
            let selections = try await lab.session.client.selections(of: sources[0].id)
            #expect(selections.map(\.release) == ["noble", "jammy"])
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `the old source stays when the new one beside it cannot be made`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Self.inLab(flavour) { lab, source in
            await lab.sandbox.inject(.createFails)
            await #expect(throws: MAAS.RegionError.self) {
                try await Self.replace(
                    lab, source, SourceWish(url: "\(Self.url)2", keyring: Self.choice))
            }
            let left = try await lab.session.client.bootSources()
            #expect(left == [source])
        }
    }

    // MARK: Step by step

    private static let one = """
        {"id": 1, "url": "\(url)", "keyring_filename": "", "keyring_data": "AQID"}
        """
    private static let two = """
        {"id": 2, "url": "\(url)", "keyring_filename": "\(path)", "keyring_data": ""}
        """
    private static let three = one.replacing("\"id\": 1", with: "\"id\": 3")
    private static let noble = selected("noble", id: 1)
    private static let jammy = selected("jammy", id: 2)

    private static func selected(_ release: String, id: Int) -> String {
        """
        {"id": \(id), "boot_source_id": 1, "os": "ubuntu", "release": "\(release)",
         "arches": ["amd64"], "subarches": ["*"], "labels": ["*"]}
        """
    }

    private static let opening = [
        ScriptedStep(.get, "boot-sources/1/selections/", .json("[\(noble), \(jammy)]")),
        ScriptedStep(.delete, "boot-sources/1/", .noContent),
    ]
    private static let broken = ScriptedStep.Answer.text("deadlock detected", status: 500)
    /// What puts the old source back.
    private static let restoring = [
        ScriptedStep(.get, "boot-sources/", .json("[]")),
        ScriptedStep(.get, "boot-sources/", .json("[]")),
        ScriptedStep(.post, "boot-sources/", .json(three, status: 201)),
        ScriptedStep(.post, "boot-sources/3/selections/", .json(noble)),
        ScriptedStep(.post, "boot-sources/3/selections/", .json(jammy)),
    ]

    @Test(arguments: [0, 1])
    func `the old source comes back when a selection cannot be made`(_ made: Int) async throws {
        var steps = Self.opening
        steps.append(ScriptedStep(.post, "boot-sources/", .json(Self.two, status: 201)))
        if made == 1 {
            steps.append(ScriptedStep(.post, "boot-sources/2/selections/", .json(Self.noble)))
        }
        steps.append(ScriptedStep(.post, "boot-sources/2/selections/", Self.broken))
        steps.append(ScriptedStep(.delete, "boot-sources/2/", .noContent))
        let error = try await Self.run(steps + Self.restoring)
        #expect(error?.kind == .failed)
        #expect(error?.hint?.contains("boot source 3") == true)
    }

    @Test func `when it cannot be put back either, the message tells how to do it by hand`()
        async throws
    {
        let steps =
            Self.opening + [
                ScriptedStep(.post, "boot-sources/", Self.broken),
                ScriptedStep(.get, "boot-sources/", .json("[]")),
                ScriptedStep(.get, "boot-sources/", .json("[]")),
                ScriptedStep(.post, "boot-sources/", .text("still down", status: 500)),
            ]
        let error = try await Self.run(steps)
        #expect(error?.kind == .incomplete)
        #expect(error?.message.contains("deadlock detected") == true)
        #expect(error?.message.contains("still down") == true)
        let hint = error?.hint ?? ""
        #expect(hint.contains("maas-boot source add \(Self.url) --keyring FILE"))
        #expect(hint.contains("maas-boot selection ensure ubuntu/noble:amd64 --source \(Self.url)"))
        #expect(hint.contains("ubuntu/jammy:amd64"))
    }

    @Test func `a creation whose answer got lost leaves nothing behind`() async throws {
        let steps =
            Self.opening + [
                ScriptedStep(.post, "boot-sources/", .failure(.interrupted)),
                ScriptedStep(.get, "boot-sources/", .json("[\(Self.two)]")),
                ScriptedStep(.get, "boot-sources/", .json("[\(Self.two)]")),
                ScriptedStep(.delete, "boot-sources/2/", .noContent),
            ] + Self.restoring.dropFirst(2)
        #expect(try await Self.run(steps)?.kind == .failed)
    }

    @Test func `a deletion that was refused changes nothing`() async throws {
        let steps = [
            ScriptedStep(.get, "boot-sources/1/selections/", .json("[\(Self.noble)]")),
            ScriptedStep(.delete, "boot-sources/1/", Self.broken),
            ScriptedStep(.get, "boot-sources/", .json("[\(Self.one)]")),
            ScriptedStep(.get, "boot-sources/", .json("[\(Self.one)]")),
        ]
        await #expect(throws: MAAS.RegionError.self) {
            try await ScriptedExchange.run(steps) { try await Self.replace($0) }
        }
    }

    @Test func `a deletion whose answer got lost is gone on with`() async throws {
        let steps = [
            ScriptedStep(.get, "boot-sources/1/selections/", .json("[]")),
            ScriptedStep(.delete, "boot-sources/1/", .failure(.interrupted)),
            ScriptedStep(.get, "boot-sources/", .json("[]")),
            ScriptedStep(.post, "boot-sources/", .json(Self.two, status: 201)),
        ]
        let made = try await ScriptedExchange.run(steps) { try await Self.replace($0) }
        #expect(made.id == 2)
    }

    @Test(arguments: MAASFlavour.allCases)
    func `an interruption half-way puts the old source back to the end`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Self.inLab(flavour) { lab, source in
            // The catalogue takes its time, so that the interruption falls between two steps.
            await lab.sandbox.region { $0.pace.catalogueDelay = 10 }
            let clock = InterruptingClock(lab.clock)
            let executor = SourceExecutor(session: lab.session, clock: clock)
            let plan = try Self.plan(lab, source, SourceWish(keyring: Self.choice))
            let work = Task { try await executor.execute(plan) }
            clock.interrupts(work)
            let error = await workflowError { try await work.value }
            #expect(error?.hint?.contains("put back") == true)
            #expect(error?.message.contains("interrupted") == true)
            let sources = try await lab.session.client.bootSources()
            #expect(sources.map(\.keyringData) == [.bytes(Data([1, 2, 3]))])
            let selections = try await lab.session.client.selections(of: sources[0].id)
            #expect(selections.map(\.release) == ["noble", "jammy"])
        }
    }

    // MARK: Means

    private static let choice = KeyringChoice.serverPath(path)

    private static func run(_ steps: [ScriptedStep]) async throws -> WorkflowError? {
        try await ScriptedExchange.run(steps) { exchange in
            await workflowError { try await replace(exchange) }
        }
    }

    private static func replace(_ exchange: ScriptedExchange) async throws -> MAAS.BootSource {
        let source = bootSource(1, url, keyring: "", data: "AQID")
        let session = RegionSession(
            client: RegionClient(url: ScriptedExchange.region, signer: nil, exchange: exchange),
            version: Versions.v3_7)
        let plan = try SourcePlanner(version: session.version, sources: [source]).update(
            source, SourceWish(keyring: choice))
        return try await SourceExecutor(session: session, clock: TestClock()).execute(plan)
    }

    private static func plan(
        _ lab: Lab, _ source: MAAS.BootSource, _ wish: SourceWish
    ) throws -> SourcePlan {
        try SourcePlanner(version: lab.session.version, sources: [source]).update(source, wish)
    }

    private static func replace(
        _ lab: Lab, _ source: MAAS.BootSource, _ wish: SourceWish
    ) async throws -> MAAS.BootSource {
        try await SourceExecutor(session: lab.session, clock: lab.clock).execute(
            try plan(lab, source, wish))
    }

    /// A region whose only source is a mirror with stored keys and two selections.
    private static func inLab(
        _ flavour: MAASFlavour, _ body: (Lab, MAAS.BootSource) async throws -> Void
    ) async throws {
        let mirrors = [url, "\(url)2", "\(url)/", "\(url)2/"]
        try await Lab.run(flavour) {
            $0.catalogues = BuiltInCatalogue(aliases: mirrors)
        } _: { lab in
            await lab.sandbox.region { state in
                state.sources[0].url = url
                state.sources[0].keyringFilename = ""
                state.sources[0].keyringData = [1, 2, 3]
                state.sources[0].name = "Site"
                state.sources[0].priority = 7
                state.selections.append(
                    Sandbox.BootSourceSelection(
                        id: state.nextID("selection"), sourceID: state.sources[0].id, os: "ubuntu",
                        release: "jammy", arches: ["amd64", "arm64"]))
            }
            try await body(lab, try await lab.source())
        }
    }
}
