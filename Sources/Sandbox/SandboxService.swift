@preconcurrency internal import Dispatch
internal import Glibc

/// Runs one region or more until a signal ends the process; what `maas-sandbox` does.
package struct SandboxService: Sendable {
    package var configuration = SandboxConfiguration()
    /// Regions to run, each on a port of its own.
    package var regions = 1
    /// Where the first region's state is kept between runs.
    package var statePath: String?

    package init() {}

    /// Starts the regions and waits for SIGINT or SIGTERM, then saves the state.
    ///
    /// - Parameter announce: called once with the lines that tell where the regions are, when all
    ///   of them listen.
    package func run(announce: (String) -> Void) async throws {
        let signals = Self.endingSignals()
        var running: [RunningSandbox] = []
        for index in 0..<max(1, regions) {
            running.append(try await RunningSandbox.start(try own(index)))
        }
        announce(Self.announcement(running))
        for await _ in signals { break }
        if let statePath, let first = running.first {
            try SavedState.write(await first.region { $0 }, to: statePath)
        }
        for sandbox in running { await sandbox.stop() }
    }

    /// `MAAS_URL=…` and `MAAS_API_KEY=…` for one region, fit for `eval`; for more, a line of
    /// name, URL and key each.
    static func announcement(_ running: [RunningSandbox]) -> String {
        if running.count == 1, let one = running.first {
            return "MAAS_URL=\(one.url)\nMAAS_API_KEY=\(one.adminAPIKey)"
        }
        return running.enumerated()
            .map { "region-\($0.offset + 1) \($0.element.url) \($0.element.adminAPIKey)" }
            .joined(separator: "\n")
    }

    private func own(_ index: Int) throws -> SandboxConfiguration {
        var own = configuration
        if configuration.port != 0 { own.port = configuration.port + UInt16(index) }
        if index == 0, let statePath { own.savedState = try SavedState.read(statePath) }
        return own
    }

    private static func endingSignals() -> AsyncStream<Int32> {
        AsyncStream { continuation in
            let sources = [SIGINT, SIGTERM].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { continuation.yield(number) }
                source.resume()
                return source
            }
            continuation.onTermination = { _ in sources.forEach { $0.cancel() } }
        }
    }
}
