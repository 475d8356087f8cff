import Testing

/// Waits until a condition holds that nothing tells of, looking now and then so that others get the
/// processor; gives up after a minute.
func eventually(
    _ condition: () async throws -> Bool, at location: SourceLocation = #_sourceLocation
) async throws {
    for _ in 0..<6000 {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("it did not happen within a minute", sourceLocation: location)
}
