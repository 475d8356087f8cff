import FoundationEssentials
import MAAS
import Sandbox
import TestSupport
import Transport
import Workflows

/// A sandbox region on a real socket whose time passes only while something waits.
struct Lab {
    let sandbox: RunningSandbox
    let session: RegionSession
    let clock: LabClock

    /// Starts a region for `body` and stops it afterwards.
    static func run<Value>(
        _ flavour: MAASFlavour, faults: [SandboxFault] = [],
        _ configure: (inout SandboxConfiguration) -> Void = { _ in },
        _ body: (Lab) async throws -> Value
    ) async throws -> Value {
        // A region in the past: it takes keys' timestamps from the future, and any time can pass.
        let stepped = SteppedClock(start: 1_000_000_000)
        var configuration = SandboxConfiguration()
        configuration.flavour = flavour
        configuration.faults = faults
        configuration.clock = stepped
        configuration.importDuration = .seconds(20)
        configure(&configuration)
        let sandbox = try await RunningSandbox.start(configuration)
        let result: Result<Value, any Error>
        do {
            let clock = LabClock(stepped)
            result = .success(
                try await body(
                    Lab(
                        sandbox: sandbox,
                        session: try await session(sandbox, key: sandbox.adminAPIKey, clock),
                        clock: clock)))
        } catch {
            result = .failure(error)
        }
        await sandbox.stop()
        return try result.get()
    }

    /// The session of another key.
    static func session(
        _ sandbox: RunningSandbox, key: String, _ clock: LabClock,
        through wrap: (HTTPClient) -> any HTTPExchange = { $0 }
    ) async throws -> RegionSession {
        let exchange = wrap(HTTPClient(retry: .never, clock: clock))
        let client = RegionClient(
            url: sandbox.url,
            signer: OAuthSigner(key: try Transport.APIKey(parsing: key), method: .hmacSHA1),
            exchange: exchange)
        // Asked once before any fault, so that a lab of a broken region can be opened.
        let version = await sandbox.region { $0.flavour.version }
        return RegionSession(client: client, version: RegionVersion(version))
    }

    /// The requests that `body` costs, without what comes before the API's own part of the path.
    func requests(_ body: () async throws -> Void) async rethrows -> [String] {
        let before = await sandbox.requests().count
        try await body()
        return await sandbox.requests().dropFirst(before).map {
            "\($0.method) \($0.path.replacing("/MAAS/api/2.0/", with: ""))"
        }
    }

    /// Watches until something is decided.
    func watch(
        _ baseline: ImportBaseline, expects: Bool = true, offered: [String: String]? = nil,
        _ change: (inout WaitGoal) -> Void = { _ in },
        report: @Sendable (WaitProgress) async -> Void = { _ in }
    ) async throws -> ImportWatch.Outcome {
        let sources = try await RegionStatus.Source.read(session)
        let wanted = WantedImage.from(sources.flatMap(\.selections)) { _ in offered }
        var goal = WaitGoal(
            wanted: wanted, version: session.version,
            sources: Dictionary(
                uniqueKeysWithValues: sources.map { ($0.source.id, $0.source.url) }),
            expectsImport: expects, joinsImport: baseline.importing,
            knownNotices: baseline.notices)
        change(&goal)
        return try await ImportWatch(
            session: session, goal: goal, baseline: baseline, clock: clock
        ).run(report: report)
    }

    /// The source with that id, as the region shows it.
    func source(_ id: Int = 1) async throws -> MAAS.BootSource {
        try await session.client.bootSource(id)
    }
}

/// A sandbox's clock as workflows wait by it: a sleep moves it and ends at once.
struct LabClock: Clock {
    private let stepped: SteppedClock

    init(_ stepped: SteppedClock) { self.stepped = stepped }

    struct Instant: InstantProtocol {
        let offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    var now: Instant { Instant(offset: .seconds(stepped.now())) }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        stepped.advance(by: now.duration(to: deadline))
        await Task.yield()
    }
}
