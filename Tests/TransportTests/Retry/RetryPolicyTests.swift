import FoundationEssentials
import Testing
import Transport

@Suite struct RetryPolicyTests {
    private let policy = RetryPolicy(
        attempts: 4, base: .milliseconds(100), longest: .seconds(10))

    @Test(arguments: [
        (1, 1.0, 100), (2, 1.0, 200), (3, 1.0, 400), (1, 0.0, 50), (3, 0.0, 200), (2, 0.5, 150),
    ])
    func `doubles the pause and spreads it by jitter`(
        attempt: Int, jitter: Double, milliseconds: Int
    ) {
        let pause = policy.pause(
            after: .failed(Self.failure(.interrupted)), attempt: attempt, mayRepeat: true,
            jitter: jitter)
        #expect(pause == .milliseconds(milliseconds))
    }

    @Test func `never waits longer than the longest pause`() {
        let patient = RetryPolicy(attempts: 100, base: .seconds(1), longest: .seconds(10))
        for attempt in [10, 60, 99] {
            let pause = patient.pause(
                after: .failed(Self.failure(.interrupted)), attempt: attempt, mayRepeat: true,
                jitter: 1)
            #expect(pause == .seconds(10))
        }
    }

    @Test func `stops after the last attempt`() {
        #expect(pause(.failed(Self.failure(.interrupted)), attempt: 3) != nil)
        #expect(pause(.failed(Self.failure(.interrupted)), attempt: 4) == nil)
        let once = RetryPolicy.never.pause(
            after: .failed(Self.failure(.interrupted)), attempt: 1, mayRepeat: true, jitter: 1)
        #expect(once == nil)
    }

    @Test func `repeats after other statuses and after timeouts where it is told to`() {
        var policy = policy
        func pauses(_ outcome: RetryPolicy.Outcome) -> Bool {
            policy.pause(after: outcome, attempt: 1, mayRepeat: true, jitter: 1) != nil
        }
        let timeout = RetryPolicy.Outcome.failed(Self.failure(.timeout))
        #expect(!pauses(.answered(status: 500, retryAfter: nil)) && !pauses(timeout))
        policy.statuses.insert(500)
        policy.repeatsTimeouts = true
        #expect(pauses(.answered(status: 500, retryAfter: nil)) && pauses(timeout))
    }

    @Test func `repeats nothing that may not be repeated`() {
        for outcome in [
            RetryPolicy.Outcome.failed(Self.failure(.interrupted)),
            .answered(status: 503, retryAfter: .seconds(1)),
        ] {
            #expect(
                policy.pause(after: outcome, attempt: 1, mayRepeat: false, jitter: 1) == nil)
        }
    }

    @Test(arguments: [
        (TransportError.Kind.unknownHost, true), (.unreachable, true), (.timeout, false),
        (.interrupted, true), (.invalidURL, false), (.invalidRequest, false), (.proxy, false),
        (.tls, false), (.malformed, false), (.tooLarge, false), (.redirects, false),
        (.refusedByReceiver, false), (.cancelled, false), (.other, false),
    ])
    func `repeats after failures that pass`(kind: TransportError.Kind, repeats: Bool) {
        #expect((pause(.failed(Self.failure(kind))) != nil) == repeats)
    }

    @Test(arguments: [
        (200, false), (304, false), (400, false), (401, false), (404, false), (409, false),
        (429, true), (500, false), (502, true), (503, true), (504, true),
    ])
    func `repeats after statuses that mean later`(status: Int, repeats: Bool) {
        #expect((pause(.answered(status: status, retryAfter: nil)) != nil) == repeats)
    }

    @Test(arguments: [
        (5, Duration.seconds(5)), (10, .seconds(10)), (0, .milliseconds(100)),
        (-3, .milliseconds(100)), (11, nil),
    ])
    func `waits as long as the server asks, within bounds`(asked: Int, expected: Duration?) {
        #expect(pause(.answered(status: 503, retryAfter: .seconds(asked))) == expected)
    }

    @Test(arguments: [("7", Duration.seconds(7)), ("soon", nil), (nil, nil)])
    func `reads Retry-After in seconds`(text: String?, expected: Duration?) throws {
        let response = HTTPResponse(
            status: 503, headers: text.map { [HTTPHeader("retry-after", $0)] } ?? [],
            body: Data(), url: "http://h/")
        let outcome = RetryPolicy.Outcome(.success(response))
        guard case .answered(503, let retryAfter) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(retryAfter == expected)
    }

    private func pause(_ outcome: RetryPolicy.Outcome, attempt: Int = 1) -> Duration? {
        policy.pause(after: outcome, attempt: attempt, mayRepeat: true, jitter: 1)
    }

    private static func failure(_ kind: TransportError.Kind) -> TransportError {
        TransportError(kind, detail: "", url: "http://h/")
    }
}
