import Testing

@testable import SimpleStreams

@Suite struct RetryPolicyTests {
    @Test func `pauses double to a limit, are spread, and respect what upstream asks for`() {
        let policy = RetryPolicy()
        typealias Row = (failures: Int, wish: Duration?, chance: Double, is: Duration)
        let rows: [Row] = [
            (1, nil, 1, .milliseconds(500)), (2, nil, 1, .seconds(1)), (3, nil, 1, .seconds(2)),
            (1, nil, 0, .milliseconds(250)), (60, nil, 1, .seconds(30)),
            (1, .seconds(9), 1, .seconds(9)), (60, .seconds(9), 1, .seconds(30)),
            (1, .seconds(86400), 1, .seconds(300)),
        ]
        for row in rows {
            #expect(
                policy.pause(
                    afterFailures: row.failures, retryAfter: row.wish, chance: row.chance) == row.is
            )
        }
    }
}
