import Commands
import Testing

@Suite struct RateEstimateTests {
    private func estimate(_ samples: [(seconds: Double, bytes: Int)]) -> RateEstimate {
        samples.reduce(into: RateEstimate()) { $0.add(bytes: $1.bytes, at: .seconds($1.seconds)) }
    }

    @Test func `knows nothing before two samples`() {
        #expect(estimate([]).bytesPerSecond == nil)
        #expect(estimate([(0, 10)]).bytesPerSecond == nil)
        #expect(estimate([(0, 10), (0, 20)]).bytesPerSecond == nil)
        #expect(estimate([(0, 10)]).remaining(of: 100) == nil)
    }

    @Test func `is exact for a steady stream, however it is sampled`() throws {
        let steady = estimate([(0, 0), (0.1, 100), (0.2, 200), (3, 3000), (60, 60_000)])
        let rate = try #require(steady.bytesPerSecond)
        #expect(abs(rate - 1000) < 0.01)
        #expect(steady.remaining(of: 70_000) == .seconds(10))
        #expect(steady.remaining(of: 1) == .zero)
    }

    @Test func `follows a change within some seconds, not at once`() throws {
        var changing = estimate((0...60).map { (Double($0), $0 * 1000) })
        changing.add(bytes: 60_000, at: .seconds(61))
        let soon = try #require(changing.bytesPerSecond)
        #expect(soon > 700 && soon < 950)
        changing.add(bytes: 60_000, at: .seconds(85))
        #expect(try #require(changing.bytesPerSecond) < 20)
    }

    @Test func `starts afresh when the count falls back`() {
        #expect(estimate([(0, 0), (1, 1000), (2, 10)]).bytesPerSecond == nil)
        #expect(estimate([(0, 0), (1, 1000), (2, 10), (3, 20)]).bytesPerSecond == 10)
    }

    @Test func `cannot tell when nothing moves`() {
        #expect(estimate([(0, 10), (5, 10)]).remaining(of: 100) == nil)
    }
}
