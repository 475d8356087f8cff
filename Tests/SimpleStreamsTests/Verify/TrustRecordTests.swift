import Foundation
import SimpleStreams
import Testing

@Suite struct TrustRecordTests {
    private static let day: Int64 = 86400
    private static let keys = ["A", "B"].compactMap {
        Fingerprint(String(repeating: $0, count: 40))
    }

    private static func record(
        index: Int64?, products: [String: Int64] = [:], key: Int? = 0, content: String = "x"
    ) -> TrustRecord {
        func document(_ day: Int64?) -> TrustRecord.Document {
            .init(
                updated: day.map { UpdatedTime(seconds: $0 * Self.day) },
                sha256: SHA256Digest.of("\(content)\(day ?? 0)".utf8))
        }
        return TrustRecord(
            index: document(index), products: products.mapValues(document),
            fingerprint: key.map { keys[$0] })
    }

    private static func time(_ day: Int64) -> UpdatedTime { UpdatedTime(seconds: day * Self.day) }

    private static func judge(
        _ previous: TrustRecord?, _ current: TrustRecord, named: [String: Int64] = [:],
        now: Int64 = 101, policy: TrustPolicy = TrustPolicy()
    ) -> [TrustVerdict] {
        TrustRecord.judge(
            previous: previous, current: current, named: named.mapValues(time), now: time(now),
            policy: policy)
    }

    @Test func `newer and unchanged metadata raises nothing`() {
        let record = Self.record(index: 100, products: ["c": 100])
        #expect(Self.judge(nil, record, named: ["c": 100]).isEmpty)
        #expect(Self.judge(record, record, named: ["c": 99]).isEmpty)
        #expect(Self.judge(Self.record(index: 90, products: ["c": 80]), record).isEmpty)
        #expect(Self.judge(Self.record(index: 90, key: nil), record).isEmpty)
    }

    @Test func `what is older than before is refused, unless allowed`() {
        let verdicts = Self.judge(
            Self.record(index: 100, products: ["c": 100, "gone": 1]),
            Self.record(index: 99, products: ["c": 98, "new": 1]))
        #expect(
            verdicts == [
                .rollback(document: "index", accepted: Self.time(100), offered: Self.time(99)),
                .rollback(document: "c", accepted: Self.time(100), offered: Self.time(98)),
            ])
        #expect(verdicts.allSatisfy { $0.severity(under: TrustPolicy()) == .refuse })
        let allowed = TrustPolicy(allowsRollback: true)
        #expect(verdicts.allSatisfy { $0.severity(under: allowed) == .warn })
    }

    @Test func `a lost date is as bad as an older one`() {
        let verdicts = Self.judge(Self.record(index: 100), Self.record(index: nil))
        #expect(verdicts == [.undated(document: "index")])
        #expect(verdicts[0].severity(under: TrustPolicy()) == .refuse)
        #expect(Self.judge(Self.record(index: nil), Self.record(index: nil)).isEmpty)
    }

    @Test func `other content under the same date is said aloud`() {
        let verdicts = Self.judge(Self.record(index: 100), Self.record(index: 100, content: "y"))
        #expect(verdicts == [.silentChange(document: "index", updated: Self.time(100))])
        #expect(verdicts[0].severity(under: TrustPolicy()) == .warn)
    }

    @Test(arguments: [(144, nil), (145, 45), (400, 300)] as [(Int64, Int?)])
    func `an index that stands still is warned about`(now: Int64, days: Int?) {
        let verdicts = Self.judge(nil, Self.record(index: 100), now: now)
        #expect(
            verdicts
                == (days == nil ? [] : [.frozen(days: Int(now) - 100, updated: Self.time(100))]))
        #expect(verdicts.allSatisfy { $0.severity(under: TrustPolicy()) == .warn })
        #expect(
            Self.judge(nil, Self.record(index: 100), now: now, policy: TrustPolicy(freezeDays: nil))
                .isEmpty)
    }

    @Test func `an index from the future is said aloud`() {
        #expect(Self.judge(nil, Self.record(index: 102), now: 101).isEmpty)
        #expect(
            Self.judge(nil, Self.record(index: 103), now: 101) == [.future(updated: Self.time(103))]
        )
    }

    @Test func `another key is refused until it is confirmed`() {
        let verdicts = Self.judge(Self.record(index: 100), Self.record(index: 100, key: 1))
        #expect(verdicts == [.keyChanged(from: Self.keys[0], to: Self.keys[1])])
        #expect(verdicts[0].severity(under: TrustPolicy()) == .refuse)
        #expect(verdicts[0].severity(under: TrustPolicy(confirmedKey: Self.keys[0])) == .refuse)
        #expect(verdicts[0].severity(under: TrustPolicy(confirmedKey: Self.keys[1])) == .warn)
        let skipped = Self.judge(Self.record(index: 100), Self.record(index: 100, key: nil))
        #expect(skipped == [.unverified(before: Self.keys[0])])
    }

    @Test func `products older than the index names are a mix`() {
        let verdicts = Self.judge(
            nil, Self.record(index: 100, products: ["c": 98, "d": 100]), named: ["c": 99, "d": 99])
        #expect(verdicts == [.mixed(contentID: "c", named: Self.time(99), found: Self.time(98))])
    }

    @Test func `a record survives JSON`() throws {
        let record = Self.record(index: 100, products: ["c": 98])
        let data = try JSONEncoder().encode(record)
        #expect(try JSONDecoder().decode(TrustRecord.self, from: data) == record)
    }
}
