/// Holds the transfers of a client under one rate, by pausing those that would exceed it.
///
/// Lives on the driver's thread. Paused transfers are let on in the order they were paused, which
/// shares the rate among them.
final class Throttle {
    private var bucket: TokenBucket
    private var paused: [UInt64] = []

    init(bytesPerSecond: Int) {
        bucket = TokenBucket(bytesPerSecond: bytesPerSecond, now: .now)
    }

    /// Whether the transfer may take the bytes now; if not, it is paused until `takeResumable`.
    func admits(_ count: Int, to id: UInt64) -> Bool {
        if bucket.take(count, now: .now) { return true }
        paused.append(id)
        return false
    }

    /// The time until paused transfers may go on; nil when none is paused.
    func delay() -> Duration? {
        paused.isEmpty ? nil : bucket.delay(now: .now)
    }

    /// The paused transfers, once there is something for them to take.
    func takeResumable() -> [UInt64] {
        guard delay() == .zero else { return [] }
        defer { paused = [] }
        return paused
    }
}
