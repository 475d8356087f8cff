extension TrustRecord {
    /// Judges metadata by what was accepted before.
    ///
    /// A pure function: it neither reads a clock nor refuses anything itself; ask each verdict for
    /// its severity.
    ///
    /// - Parameters:
    ///   - previous: the record of the last run; nil on the first.
    ///   - current: what has been fetched and verified now.
    ///   - named: the times the index says its products files are of, by content id.
    ///   - now: the present time.
    package static func judge(
        previous: TrustRecord?, current: TrustRecord, named: [String: UpdatedTime] = [:],
        now: UpdatedTime, policy: TrustPolicy = TrustPolicy()
    ) -> [TrustVerdict] {
        var verdicts: [TrustVerdict] = []
        if let previous {
            verdicts += judgeKey(previous.fingerprint, current.fingerprint)
            verdicts += judgeAge("index", previous.index, current.index)
            for (contentID, document) in current.products.sorted(by: { $0.key < $1.key }) {
                guard let accepted = previous.products[contentID] else { continue }
                verdicts += judgeAge(contentID, accepted, document)
            }
        }
        verdicts += judgeMix(current, named: named)
        verdicts += judgeClock(current.index.updated, now: now, freezeDays: policy.freezeDays)
        return verdicts
    }

    /// The times an index says its products files are of.
    package static func times(namedBy index: StreamIndex) -> [String: UpdatedTime] {
        index.entries.reduce(into: [:]) { times, entry in
            times[entry.contentID] = entry.updated.flatMap { UpdatedTime($0) }
        }
    }

    private static func judgeKey(_ before: Fingerprint?, _ after: Fingerprint?) -> [TrustVerdict] {
        guard let before else { return [] }
        guard let after else { return [.unverified(before: before)] }
        return before == after ? [] : [.keyChanged(from: before, to: after)]
    }

    private static func judgeAge(
        _ name: String, _ before: Document, _ after: Document
    ) -> [TrustVerdict] {
        guard let accepted = before.updated else { return [] }
        guard let offered = after.updated else { return [.undated(document: name)] }
        if offered < accepted {
            return [.rollback(document: name, accepted: accepted, offered: offered)]
        }
        guard offered == accepted, before.sha256 != after.sha256 else { return [] }
        return [.silentChange(document: name, updated: offered)]
    }

    private static func judgeMix(
        _ current: TrustRecord, named: [String: UpdatedTime]
    ) -> [TrustVerdict] {
        current.products.sorted { $0.key < $1.key }.compactMap { contentID, document in
            guard let found = document.updated, let named = named[contentID], found < named
            else { return nil }
            return .mixed(contentID: contentID, named: named, found: found)
        }
    }

    private static func judgeClock(
        _ updated: UpdatedTime?, now: UpdatedTime, freezeDays: Int?
    ) -> [TrustVerdict] {
        guard let updated else { return [] }
        let day: Int64 = 86400
        if updated.seconds > now.seconds + day { return [.future(updated: updated)] }
        let days = Int((now.seconds - updated.seconds) / day)
        guard let freezeDays, days >= freezeDays else { return [] }
        return [.frozen(days: days, updated: updated)]
    }
}
