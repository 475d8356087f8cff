package import Commands
internal import FoundationEssentials
package import Sandbox
package import Testing
internal import Transport

/// A sandbox region and a person in front of it, who has a home of their own and the region in the
/// environment. Commands run as the program runs them, over real sockets.
///
/// Time is the test's: the region and the commands share a clock that moves only when a command
/// sleeps. After each command, what it printed is searched for the secrets of the region's keys.
package final class CommandFixture: Sendable {
    package let sandbox: RunningSandbox
    package let home: TemporaryDirectory
    package let clock: ManualClock

    private init(_ sandbox: RunningSandbox, _ clock: ManualClock) throws {
        self.sandbox = sandbox
        self.clock = clock
        home = try TemporaryDirectory()
    }

    /// Starts a region, does the work, and stops the region however the work ends.
    ///
    /// - Parameter configure: called before the start; the flavour and the clock are set already.
    package static func with(
        _ flavour: MAASFlavour = .v3_7,
        configure: (inout SandboxConfiguration) -> Void = { _ in },
        _ work: (CommandFixture) async throws -> Void
    ) async throws {
        // Requests carry the machine's own time. A region takes those from its future, so its clock
        // starts a day back and has a day to go.
        let clock = ManualClock(now: Date(timeIntervalSinceNow: -86_400))
        var configuration = SandboxConfiguration()
        configuration.flavour = flavour
        configuration.clock = RegionClock(clock: clock)
        configuration.catalogues = BuiltInCatalogue(aliases: [mirror])
        configure(&configuration)
        guard !isWithin else { return try await run(configuration, clock, work) }
        try await turnstile.pass {
            try await $isWithin.withValue(true) { try await run(configuration, clock, work) }
        }
    }

    /// More regions at a time would wait for each other, and longer than their callers do.
    private static let turnstile = Turnstile(4)
    /// Whether the task is past the turnstile: a region within another one's work goes straight in.
    @TaskLocal private static var isWithin = false

    private static func run(
        _ configuration: SandboxConfiguration, _ clock: ManualClock,
        _ work: (CommandFixture) async throws -> Void
    ) async throws {
        let fixture = try CommandFixture(try await RunningSandbox.start(configuration), clock)
        do {
            try await work(fixture)
        } catch {
            await fixture.sandbox.stop()
            throw error
        }
        await fixture.sandbox.stop()
    }

    /// An address that the region reads the stable stream's catalogue from.
    package static let mirror = "http://mirror.example.com/maas"

    /// The environment of commands: the region and its administrator, and a proxy that is not there
    /// for all other hosts, so that no test leaves this machine.
    package var environment: [String: String] {
        [
            "MAAS_URL": sandbox.url, "MAAS_API_KEY": sandbox.adminAPIKey,
            "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9",
            "no_proxy": "127.0.0.1,.invalid",
        ]
    }

    /// Runs a command line, its words separated by spaces.
    ///
    /// - Parameters:
    ///   - adding: variables beside the region's; one that is empty counts as not set.
    ///   - terminal: no stream is one unless told otherwise.
    package func run(
        _ line: String, adding: [String: String] = [:], input: String? = nil,
        terminal: any Terminal = FixedTerminal(), signals: any SignalSource = NoSignals(),
        clock: (any WallClock)? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) async -> CommandRun {
        await run(
            words: line.split(separator: " ").map(String.init), adding: adding, input: input,
            terminal: terminal, signals: signals, clock: clock, sourceLocation: sourceLocation)
    }

    /// Runs a command whose words hold spaces.
    package func run(
        words: [String], adding: [String: String] = [:], input: String? = nil,
        terminal: any Terminal = FixedTerminal(), signals: any SignalSource = NoSignals(),
        clock: (any WallClock)? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) async -> CommandRun {
        let captured = CapturedContext(
            environment: environment.merging(adding) { $1 }, home: home.path, input: input,
            terminal: terminal, clock: clock ?? self.clock, signals: signals)
        let status = await Program(Root.self, in: captured.context).run(words)
        let run = CommandRun(
            status: status, output: captured.output.text, error: captured.error.text)
        for found in secrets.traces(in: run.output + run.error) {
            Issue.record(
                "\(words) printed a secret as \(found)", sourceLocation: sourceLocation)
        }
        return run
    }

    /// The secrets of the region's keys.
    package var secrets: SecretHunt {
        SecretHunt(keys: [sandbox.adminAPIKey, sandbox.userAPIKey])
    }

    /// Keeps a profile for the region of this or another fixture, without a request.
    package func keepProfile(_ name: String, of other: CommandFixture? = nil) throws {
        let region = (other ?? self).sandbox
        try keepProfile(name, at: region.url, key: region.adminAPIKey)
    }

    /// Keeps a profile for the region at this address.
    package func keepProfile(
        _ name: String, at url: String, key: String = "consumer:token:secret-of-no-region"
    ) throws {
        let profile = Profile(
            name: name, address: try RegionAddress(parsing: url),
            apiKey: try Transport.APIKey(parsing: key))
        let store = ProfileStore(directory: home.path(".config/maas-boot"))
        try store.update { profiles in
            profiles.put(profile)
            profiles.current = profiles.current ?? name
        }
    }

    /// Lets time pass in the region.
    package func pass(_ time: Duration) async {
        clock.advance(by: time)
        await sandbox.region { _ in }
    }

    /// The requests so far that could change something.
    package func writes() async -> [String] {
        await sandbox.requests().writes.map { "\($0.method) \($0.path)" }
    }
}

/// A region's time, read from the test's clock.
package struct RegionClock: SandboxClock {
    private let clock: ManualClock

    package init(clock: ManualClock) {
        self.clock = clock
    }

    package func now() -> Double { clock.now.timeIntervalSince1970 }
}

extension CommandFixture {
    /// The help of a command, its words separated by spaces.
    package static func help(_ command: String) async -> String {
        let captured = CapturedContext(terminal: FixedTerminal([.output], width: 100))
        let words = command.split(separator: " ").map(String.init) + ["--help"]
        _ = await Program(Root.self, in: captured.context).run(words)
        return captured.output.text
    }
}
