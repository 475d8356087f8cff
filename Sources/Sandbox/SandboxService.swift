@preconcurrency internal import Dispatch
internal import Glibc

/// Runs one region or more until a signal ends the process; what `maas-sandbox` does.
package struct SandboxService: Sendable {
    package var configuration = SandboxConfiguration()
    /// Regions to run, each on a port of its own.
    package var regions = 1
    /// Where the first region's state is kept between runs.
    package var statePath: String?
    /// How the image stream misbehaves once the regions have their first images from it.
    package var streamFaults: [StreamFaultSetting] = []

    package init() {}

    /// Starts the regions, and the image stream that they share where one is configured, and waits
    /// for SIGINT or SIGTERM; then saves the state. Where the state cannot be kept, nothing starts.
    ///
    /// - Parameter announce: called once with the lines that tell where the regions are, when all
    ///   of them listen.
    package func run(announce: (String) -> Void) async throws {
        if let statePath { try SavedState.check(statePath) }
        let signals = Self.endingSignals()
        guard let wanted = configuration.stream else {
            return try await run(beside: nil, until: signals, announce)
        }
        let stream = try await StreamServer.start(wanted)
        do {
            try await run(beside: stream, until: signals, announce)
        } catch {
            await stream.stop()
            throw error
        }
        await stream.stop()
    }

    private func run(
        beside stream: StreamServer?, until signals: AsyncStream<Int32>,
        _ announce: (String) -> Void
    ) async throws {
        var running: [RunningSandbox] = []
        for index in 0..<max(1, regions) {
            running.append(try await RunningSandbox.start(try own(index), beside: stream))
        }
        for setting in streamFaults {
            try stream?.misbehave(setting.fault, on: setting.pattern)
        }
        announce(Self.announcement(running))
        for await _ in signals { break }
        if let statePath, let first = running.first {
            try SavedState.write(await first.region { $0 }, to: statePath)
        }
        for sandbox in running { await sandbox.stop() }
    }

    /// `MAAS_URL=…` and `MAAS_API_KEY=…` for one region, fit for `eval`; for more, a line of
    /// name, URL and key each. With a stream, `http_proxy=…` and `no_proxy=…` behind that.
    static func announcement(_ running: [RunningSandbox]) -> String {
        var lines = running.enumerated()
            .map { "region-\($0.offset + 1) \($0.element.url) \($0.element.adminAPIKey)" }
        if running.count == 1, let one = running.first {
            lines = ["MAAS_URL=\(one.url)", "MAAS_API_KEY=\(one.adminAPIKey)"]
        }
        let proxy = running.first?.proxyEnvironment ?? [:]
        lines += proxy.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return lines.joined(separator: "\n")
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
