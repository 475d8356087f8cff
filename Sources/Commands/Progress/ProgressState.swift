/// Where the work stands: what the events so far add up to.
package struct ProgressState: Sendable, Equatable {
    package private(set) var stage: String?
    package private(set) var done: Int?
    package private(set) var total: Int?
    package private(set) var rate = RateEstimate()

    package init() {}

    /// Takes an event that happened at this time.
    package mutating func take(_ event: ProgressEvent, at time: Duration) {
        switch event {
        case .stage(let name):
            self = ProgressState()
            stage = name
        case .amount(let done, let total):
            self.done = done
            self.total = total
            rate.add(bytes: done, at: time)
        case .message: break
        }
    }

    /// The share that is done, from 0 to 1; nil where the total is not known.
    package var share: Double? {
        guard let done, let total, total > 0 else { return nil }
        return min(1, max(0, Double(done) / Double(total)))
    }

    /// The time the rest will take; nil where it cannot be told.
    package var remaining: Duration? {
        total.flatMap { rate.remaining(of: $0) }
    }

    /// The amounts in words: `1.0 GiB of 2.0 GiB, 50 %, 10.0 MiB/s, 1m42s left`.
    package var amounts: String {
        guard let done else { return "" }
        var parts = [ByteSize(bytes: done).description]
        if let total { parts[0] += " of \(ByteSize(bytes: total))" }
        if let share { parts.append("\(Int(share * 100)) %") }
        if let speed = rate.bytesPerSecond {
            parts.append(ByteRate(bytesPerSecond: Int(speed.rounded())).description)
        }
        if let remaining, remaining > .zero { parts.append("\(TypedDuration(remaining)) left") }
        return parts.joined(separator: ", ")
    }
}
