internal import SimpleStreams
internal import Synchronization
internal import Transport

/// Hands an item's bytes on once the answer is known to be the one that was asked for.
final class ItemSink: BodySink {
    private let request: ItemRequest
    private let receiver: any ItemReceiver
    private let refused = Mutex<SourceError?>(nil)

    init(_ request: ItemRequest, _ receiver: any ItemReceiver) {
        self.request = request
        self.receiver = receiver
    }

    /// Why this sink ended the transfer, when it did.
    var refusal: SourceError? { refused.withLock { $0 } }

    func begin(status: Int, headers: [HTTPHeader]) -> BodyDecision {
        switch status {
        case 200 where request.offset == 0, 206 where continues(headers):
            return receiver.begin(entityTag: strongEntityTag(headers))
                ? .accept : refuse(SourceError(.stopped, "no longer wanted"))
        case 200, 206:
            return refuse(SourceError(.rangeIgnored, "the server does not continue files"))
        default: return .keepInResponse
        }
    }

    func receive(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if receiver.receive(bytes.bytes) { return true }
        _ = refuse(SourceError(.stopped, "no longer wanted"))
        return false
    }

    private func refuse(_ error: SourceError) -> BodyDecision {
        refused.withLock { $0 = $0 ?? error }
        return .refuse
    }

    /// Whether a partial answer starts where it was asked to and is of a file of the right size.
    private func continues(_ headers: [HTTPHeader]) -> Bool {
        guard request.offset > 0,
            let match = headers.value(of: "Content-Range")?.wholeMatch(
                of: /bytes (\d+)-(\d+)\/(\d+|\*)/)
        else { return false }
        return Int64(match.1) == request.offset
            && (match.3 == "*" || Int64(match.3) == request.size)
    }

    /// Weak tags do not promise equal bytes, so nothing is continued by them (RFC 9110 §8.8.1).
    private func strongEntityTag(_ headers: [HTTPHeader]) -> String? {
        headers.value(of: "ETag").flatMap { $0.hasPrefix("\"") ? $0 : nil }
    }
}
