extension Context {
    /// Does work whose progress is shown in this mode, and clears the bar when it ends, however it
    /// ends. Only standard error is written to.
    package func withProgress<Value: Sendable>(
        _ mode: ProgressMode, _ work: @Sendable (any ProgressReporter) async throws -> Value
    ) async throws -> Value {
        let mode = mode.resolved(
            isTerminal: terminal.isTerminal(.error), environment: environment)
        guard let renderer = mode.renderer(colour: hasColour(on: .error)) else {
            return try await work(SilentProgress())
        }
        let progress = ShownProgress(renderer, in: self)
        defer { progress.end() }
        async let _ = tick(progress)
        // Leaving the scope cancels the ticking and waits for its end.
        return try await work(progress)
    }

    private func tick(_ progress: ShownProgress) async {
        while !Task.isCancelled {
            do { try await clock.sleep(for: .seconds(1)) } catch { return }
            progress.tick()
        }
    }
}
