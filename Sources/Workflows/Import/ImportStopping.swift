package import MAAS

/// Waits until a region that was told to stop has stopped; 3.3 takes some four seconds.
package struct ImportStopping: Sendable {
    private let client: RegionClient
    private let clock: any Clock<Duration>

    package init(client: RegionClient, clock: any Clock<Duration> = ContinuousClock()) {
        self.client = client
        self.clock = clock
    }

    /// Throws when the region still imports after that time.
    package func wait(atMost patience: Duration) async throws {
        let stopwatch = Stopwatch(clock)
        while try await client.isImporting() {
            guard stopwatch.elapsed < patience else {
                throw WorkflowError(
                    .deadline,
                    "the region was told to stop and still imports after "
                        + "\(patience.components.seconds) s",
                    hint: "look again later: maas-boot import status")
            }
            try await clock.sleep(for: .milliseconds(500))
        }
    }
}
