import Testing
import Transport

@Suite struct TokenBucketTests {
    private let start = ContinuousClock.now

    @Test func `lets a piece pass, then waits off the debt`() {
        var bucket = TokenBucket(bytesPerSecond: 1000, now: start)
        let first = bucket.take(550, now: start)
        let second = bucket.take(1, now: start)
        #expect(first && !second)
        #expect(bucket.delay(now: start) == .milliseconds(501))
        let later = bucket.take(1, now: start + .milliseconds(501))
        #expect(later)
    }

    @Test func `saves up no more than a twentieth of a second`() {
        var bucket = TokenBucket(bytesPerSecond: 1000, now: start)
        let idle = start + .seconds(3600)
        let taken = bucket.take(50, now: idle)
        let more = bucket.take(1, now: idle)
        #expect(taken && !more)
    }

    @Test(arguments: [1000, 64 << 10, 10 << 20])
    func `keeps the average`(rate: Int) {
        var bucket = TokenBucket(bytesPerSecond: rate, now: start)
        var now = start
        var total = 0
        while now < start + .seconds(100) {
            if bucket.take(16 << 10, now: now) { total += 16 << 10 }
            now += bucket.delay(now: now) + .microseconds(1)
        }
        let average = Double(total) / 100
        #expect(average <= Double(rate) * 1.01 + 164)
        #expect(average >= Double(rate) * 0.9)
    }
}
