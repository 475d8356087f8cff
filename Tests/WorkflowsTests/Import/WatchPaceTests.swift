import Testing

@testable import Workflows

@Suite struct WatchPaceTests {
    private func pauses(_ importing: [Bool], _ images: [ImageState] = []) -> [Double] {
        var pace = WatchPace()
        return importing.map { importing in
            pace.took(
                Observation(elapsed: .zero, importing: importing, images: images, notices: []))
            return pace.pause(before: .seconds(1000)) / .seconds(1)
        }
    }

    @Test func `a region that does nothing is asked every second`() {
        #expect(pauses(Array(repeating: false, count: 6)) == [0.3, 0.5, 1, 1, 1, 1])
    }

    @Test func `one that imports is asked ever less often`() {
        #expect(
            pauses(Array(repeating: true, count: 9)) == [0.3, 0.5, 1, 2, 2, 2, 5, 5, 5])
    }

    @Test func `its end is confirmed soon`() {
        #expect(pauses(Array(repeating: true, count: 8) + [false]).suffix(2) == [5, 1])
    }

    @Test func `images that come count as importing whatever the region says`() {
        #expect(
            pauses(Array(repeating: false, count: 8), [image("20260815", 5)]).last == 5)
    }

    @Test func `the deadline is not slept past`() {
        let pace = WatchPace()
        #expect(pace.pause(before: .milliseconds(150)) == .milliseconds(150))
        #expect(pace.pause(before: .seconds(-3)) == .milliseconds(100))
    }
}
