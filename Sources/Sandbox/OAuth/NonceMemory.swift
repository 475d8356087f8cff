/// The nonces a region has seen, per consumer and token, kept as long as a timestamp is accepted.
package struct NonceMemory: Sendable, Codable, Equatable {
    private var seen: [String: Double] = [:]

    /// Notes a nonce; false when the pair has used it before. An empty nonce is never refused.
    mutating func accept(_ nonce: String, consumer: String, token: String, now: Double) -> Bool {
        guard !nonce.isEmpty else { return true }
        let key = "\(consumer) \(token) \(nonce)"
        guard seen[key] == nil else { return false }
        if seen.count > 20_000 { seen = seen.filter { now - $0.value < Self.lifetime } }
        seen[key] = now
        return true
    }

    private static let lifetime = 600.0
}
