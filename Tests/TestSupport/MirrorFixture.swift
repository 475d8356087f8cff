package import Commands
internal import FoundationEssentials
package import Sandbox

/// A sample stream on loopback, an empty directory, and a person who mirrors the one to the other
/// with the program, over real sockets.
package final class MirrorFixture: Sendable {
    package let server: StreamServer
    package let room: TemporaryDirectory
    package let clock = BriskClock()

    private init(_ server: StreamServer) throws {
        self.server = server
        room = try TemporaryDirectory()
    }

    /// Streams at a time. Each has threads and a gpg of its own and answers in time only while there
    /// are not many more of them than processors.
    private static let turnstile = Turnstile(
        max(2, ProcessInfo.processInfo.activeProcessorCount))

    /// Starts a stream, does the work, and stops the stream however the work ends.
    package static func with(
        _ configuration: SampleStreamConfiguration = .brief,
        _ work: (MirrorFixture) async throws -> Void
    ) async throws {
        try await turnstile.pass {
            let server = try await StreamServer.start(configuration)
            do {
                try await work(try MirrorFixture(server))
            } catch {
                await server.stop()
                throw error
            }
            await server.stop()
        }
    }

    /// Where the mirror is made. Not there before a sync.
    package var directory: String { room.path("mirror") }

    /// The mirror as a reader sees it.
    package var mirror: PublishedMirror { PublishedMirror(directory) }

    /// The line that is mirrored.
    package var upstream: String { server.url(.stable) }

    /// Runs a command line. Hosts beyond this machine are behind a proxy that is not there.
    package func run(
        _ words: [String], adding: [String: String] = [:],
        terminal: any Terminal = FixedTerminal(), signals: any SignalSource = NoSignals(),
        clock: (any WallClock)? = nil
    ) async -> CommandRun {
        let away = "http://127.0.0.1:9"
        let environment = [
            "http_proxy": away, "https_proxy": away, "no_proxy": "127.0.0.1,.invalid",
        ]
        let captured = CapturedContext(
            environment: environment.merging(adding) { $1 }, home: room.path("home"),
            terminal: terminal, clock: clock ?? self.clock, signals: signals)
        let status = await Program(Root.self, in: captured.context).run(words)
        return CommandRun(
            status: status, output: captured.output.text, error: captured.error.text)
    }

    /// Runs `mirror sync` of the stable line with the stream's keyring.
    package func sync(_ words: String...) async -> CommandRun {
        await run(transferring("sync") + words)
    }

    /// Runs `mirror plan`, likewise.
    package func plan(_ words: String...) async -> CommandRun {
        await run(transferring("plan") + words)
    }

    /// Runs `mirror verify` with the stream's keyring.
    package func verify(_ words: String...) async -> CommandRun {
        await run(["mirror", "verify", directory, "--keyring", server.keyringPath] + words)
    }

    /// The words of a command from the stream to the directory.
    package func transferring(_ command: String) -> [String] {
        ["mirror", command, "--keyring", server.keyringPath, upstream, directory]
    }

    /// A sync that has to work; the mirror as it left it.
    @discardableResult
    package func made(_ words: String...) async throws -> PublishedMirror {
        let run = await run(transferring("sync") + words)
        guard run.status == 0 else { throw Failed(run: run) }
        return mirror
    }

    /// A run that was to work and did not.
    package struct Failed: Error {
        package let run: CommandRun
    }
}

extension SampleStreamConfiguration {
    /// Two releases on two architectures with one kernel; files of a few KiB.
    package static var brief: SampleStreamConfiguration {
        var configuration = SampleStreamConfiguration()
        configuration.kernels = [.ga]
        configuration.scale = 2e-5
        return configuration
    }

    /// One release on one architecture, the images larger: 400 KB for a squashfs.
    package static var narrow: SampleStreamConfiguration {
        var configuration = SampleStreamConfiguration()
        configuration.kernels = [.ga]
        configuration.releases = [.noble]
        configuration.arches = ["amd64"]
        configuration.includeCentOS = false
        configuration.scale = 1e-3
        return configuration
    }
}
