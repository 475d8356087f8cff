import Testing

@testable import Sandbox

struct SteppedClockTests {
    @Test func `moves only when told`() {
        let clock = SteppedClock(start: 100)
        #expect(clock.now() == 100)
        clock.advance(by: .milliseconds(1500))
        #expect(clock.now() == 101.5)
    }
}
