internal import FoundationEssentials

/// Where the bytes of one answer go, and how many are accepted.
struct BodyIntake {
    /// Why the rest of a body was not wanted.
    struct Refusal {
        let kind: TransportError.Kind
        let detail: String
    }

    /// The least that is accepted of a body that a sink leaves to the response: an error page may
    /// be longer than the small file that was asked for.
    static let errorPageBytes = 1 << 20

    private let sink: (any BodySink)?
    private let limit: Int
    private var decision: BodyDecision?
    /// Bytes that came in, wherever they went.
    private(set) var received = 0
    /// Bytes that stay in the response.
    private(set) var kept = Data()
    private(set) var refusal: Refusal?

    init(sink: (any BodySink)?, limit: Int) {
        self.sink = sink
        self.limit = limit
    }

    /// Takes the next bytes; false when the transfer is to end, for the reason in `refusal`.
    ///
    /// - Parameter announced: the length that the server gave, if it did.
    mutating func take(
        _ bytes: UnsafeRawBufferPointer, of head: ResponseHead, announced: Int?
    ) -> Bool {
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
        decide(head) != .refuse
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
