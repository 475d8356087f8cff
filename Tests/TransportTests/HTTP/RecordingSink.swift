import Synchronization
import Transport

/// Keeps all that it is told.
final class RecordingSink: BodySink {
    struct Record {
        var begins: [Int] = []
        var lastHeaders: [HTTPHeader] = []
        /// What came since the last begin.
        var bytes: [UInt8] = []
    }

    private let record = Mutex(Record())
    private let decide: @Sendable (Int) -> BodyDecision
    private let refuseAfter: Int

    /// - Parameters:
    ///   - refuseAfter: bytes from which on it wants no more.
    ///   - decide: what becomes of the body of an answer with that status.
    init(
        refuseAfter: Int = .max,
        decide: @escaping @Sendable (Int) -> BodyDecision = { $0 < 300 ? .accept : .keepInResponse }
    ) {
        self.refuseAfter = refuseAfter
        self.decide = decide
    }

    var seen: Record { record.withLock { $0 } }

    func begin(status: Int, headers: [HTTPHeader]) -> BodyDecision {
        record.withLock {
            $0.begins.append(status)
            $0.lastHeaders = headers
            $0.bytes = []
        }
        return decide(status)
    }

    func receive(_ bytes: UnsafeRawBufferPointer) -> Bool {
        record.withLock {
            $0.bytes += bytes
            return $0.bytes.count < refuseAfter
        }
    }
}
