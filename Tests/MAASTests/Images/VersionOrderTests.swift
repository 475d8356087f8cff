import Testing

@testable import MAAS

@Suite struct VersionOrderTests {
    @Test(arguments: [
        ("20251114", "20251113"), ("20251113.1", "20251113"), ("20251113.10", "20251113.9"),
        ("20251113.9", "20251113.2"), ("20210819.1", "20210819.0"), ("20251113.1.1", "20251113.1"),
        ("20251113-b", "20251113"), ("b", "a"), ("1", "001"), ("002", "1"), ("a", ""),
        ("99999999999999999999999999", "9999999999999999999999999"),
    ])
    func `orders`(newer: String, older: String) {
        #expect(VersionOrder.isNewer(newer, than: older))
        #expect(!VersionOrder.isNewer(older, than: newer))
        #expect(!VersionOrder.isNewer(newer, than: newer))
    }

    @Test func `is one order, whatever is compared`() {
        let all = [
            "", ".", "1", "01", "1.", "1.0", "1.a", "a.1", "a", "10", "9", "1.10", "1.9", "٣",
        ]
        for a in all {
            for b in all where a != b {
                #expect(
                    VersionOrder.isNewer(a, than: b) != VersionOrder.isNewer(b, than: a),
                    "\(a) \(b)")
                for c in all
                where VersionOrder.isNewer(a, than: b) && VersionOrder.isNewer(b, than: c) {
                    #expect(VersionOrder.isNewer(a, than: c), "\(a) \(b) \(c)")
                }
            }
        }
    }
}
