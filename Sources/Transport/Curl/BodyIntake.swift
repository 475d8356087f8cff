internal import FoundationEssentials

/// Where the bytes of one answer go, and how many are accepted.
struct BodyIntake {
    /// Why the rest of an answer was not wanted.
    struct Refusal {
        let kind: TransportError.Kind
        let detail: String
    }

    /// The least that is accepted of a body that a sink leaves to the response: an error page may
    /// be longer than the small file that was asked for.
    static let errorPageBytes = 1 << 20

    /// The most that status line and headers may take, those of redirects included; below libcurl's
    /// own bound, which it reports as a broken connection.
    static let headBytes = 128 << 10

    private let sink: (any BodySink)?
    private let limit: Int
    private var decision: BodyDecision?
    private var receivedInHead = 0
    /// Bytes of the body that came in, wherever they went.
    private(set) var received = 0
    /// Bytes that stay in the response.
    private(set) var kept = Data()
    private(set) var refusal: Refusal?

    init(sink: (any BodySink)?, limit: Int) {
        self.sink = sink
        self.limit = limit
    }

    /// Counts the bytes of a header line; false when the transfer is to end.
    mutating func admitsHeader(_ count: Int) -> Bool {
        receivedInHead += count
        guard receivedInHead > Self.headBytes else { return true }
        refusal = Refusal(
            kind: .malformed, detail: "more than \(Self.headBytes) bytes of headers")
        return false
    }

    /// Takes the next bytes; false when the transfer is to end, for the reason in `refusal`.
    ///
    /// - Parameter announced: the length that the server gave, if it did.
    mutating func take(
        _ bytes: UnsafeRawBufferPointer, of head: ResponseHead, announced: Int?
    ) -> Bool {
        guard isAnswer(head) else { return false }
        let decision = decide(head)
        guard decision != .refuse else { return false }
        received += bytes.count
        guard max(received, announced ?? 0) <= bound(decision) else {
            refusal = Refusal(kind: .tooLarge, detail: "more than \(bound(decision)) bytes")
            return false
        }
        guard decision == .accept, let sink else {
            unsafe kept.append(contentsOf: bytes)
            return true
        }
        guard unsafe !sink.receive(bytes) else { return true }
        refusal = Refusal(kind: .refusedByReceiver, detail: "")
        return false
    }

    /// Ends a complete answer. A sink hears of an answer without a body here; false when it
    /// refuses.
    mutating func finish(_ head: ResponseHead) -> Bool {
        isAnswer(head) && decide(head) != .refuse
    }

    /// libcurl is content with a status line that holds no number.
    private mutating func isAnswer(_ head: ResponseHead) -> Bool {
        if head.status >= 100 { return true }
        refusal = Refusal(kind: .malformed, detail: "the answer has no status")
        return false
    }

    private func bound(_ decision: BodyDecision) -> Int {
        sink != nil && decision == .keepInResponse ? max(limit, Self.errorPageBytes) : limit
    }

    private mutating func decide(_ head: ResponseHead) -> BodyDecision {
        if let decision { return decision }
        let made = sink?.begin(status: head.status, headers: head.headers) ?? .keepInResponse
        decision = made
        if made == .refuse { refusal = Refusal(kind: .refusedByReceiver, detail: "") }
        return made
    }
}
