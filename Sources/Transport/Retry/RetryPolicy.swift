/// Decides whether and when a failed attempt is repeated.
package struct RetryPolicy: Sendable, Equatable {
    /// Attempts in all, the first included.
    package var attempts: Int
    /// The first pause; each further one is twice as long.
    package var base: Duration
    /// The longest pause, and the longest Retry-After that is waited for.
    package var longest: Duration
    /// Statuses after which the request is repeated.
    package var statuses: Set<Int>
    /// Whether an attempt that used up its time is repeated too.
    package var repeatsTimeouts: Bool

    package init(
        attempts: Int = 4, base: Duration = .milliseconds(300), longest: Duration = .seconds(20),
        statuses: Set<Int> = passingStatuses, repeatsTimeouts: Bool = false
    ) {
        self.attempts = attempts
        self.base = base
        self.longest = longest
        self.statuses = statuses
        self.repeatsTimeouts = repeatsTimeouts
    }

    /// One attempt only.
    package static let never = RetryPolicy(attempts: 1)

    /// How an attempt ended.
    package enum Outcome: Sendable {
        case answered(status: Int, retryAfter: Duration?)
        case failed(TransportError)
    }

    /// Statuses that say "later": too many requests, and what proxies and restarting regions send.
    package static let passingStatuses: Set<Int> = [429, 502, 503, 504]

    /// The pause before the next attempt, or nil when the outcome stands.
    ///
    /// An attempt that used up its time stands unless asked otherwise: that time is how long the
    /// caller wants to wait, and a region that hangs would make it four times as long.
    ///
    /// - Parameters:
    ///   - attempt: the number of the attempt that ended, from 1.
    ///   - mayRepeat: whether repeating is harmless.
    ///   - jitter: from 0 to 1; spreads the pause between half and all of its length, so that many
    ///     clients do not come back together.
    package func pause(
        after outcome: Outcome, attempt: Int, mayRepeat: Bool, jitter: Double
    ) -> Duration? {
        guard mayRepeat, attempt < attempts else { return nil }
        let doubled = base * Double(1 << min(attempt - 1, 16))
        let backOff = min(doubled, longest) * (0.5 + jitter / 2)
        switch outcome {
        case .failed(let error):
            return error.isPassing && (repeatsTimeouts || error.kind != .timeout) ? backOff : nil
        case .answered(let status, let retryAfter):
            guard statuses.contains(status) else { return nil }
            guard let retryAfter else { return backOff }
            return retryAfter <= longest ? max(retryAfter, backOff) : nil
        }
    }
}

extension RetryPolicy.Outcome {
    /// - Parameter isPassingFailure: `HTTPRequest.isPassingFailure`.
    package init(
        _ result: Result<HTTPResponse, TransportError>,
        isPassingFailure: ((HTTPResponse) -> Bool)? = nil
    ) {
        switch result {
        case .failure(let error): self = .failed(error)
        case .success(let response):
            let hasFailed = isPassingFailure?(response) == true
            self = .answered(
                status: hasFailed ? 503 : response.status,
                retryAfter: response.headers.value(of: "Retry-After").flatMap(Int.init)
                    .map { .seconds($0) })
        }
    }
}
