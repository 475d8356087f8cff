import MAAS
import Testing
import Workflows

/// What is a failure, what is none yet, and how long that takes to know.
@Suite struct ReadinessJudgeFailureTests {
    typealias Frame = Timeline.Frame

    // MARK: Imports that fail without a word

    @Test(arguments: Versions.logging)
    func `an import that never read its source fails although old images are complete`(
        _ version: RegionVersion
    ) {
        let logs: [[(at: Double, event: Event)]] = [
            [], [(0.3, event("Started importing of boot images from 1 source(s)."))],
        ]
        for events in logs {
            let seen = Timeline(
                [
                    Frame(start: 0, importing: true, images: [image("20260801")]),
                    Frame(start: 1, images: [image("20260801")]),
                ], events: events
            ).decision(goal(version))
            #expect(seen == .init(second: 6, verdict: .failed(.neverReachedSource([mirror]))))
        }
    }

    @Test(arguments: Versions.logging)
    func `one that failed before the first look fails as well`(_ version: RegionVersion) {
        let seen = Timeline([Frame(start: 0, images: [image("20260801")])], events: []).decision(
            goal(version))
        #expect(seen == .init(second: 15, verdict: .failed(.neverReachedSource([mirror]))))
    }

    @Test(arguments: Versions.logging)
    func `one of two sources that was not read is named`(_ version: RegionVersion) {
        var two = goal(version)
        two.sources[2] = "http://other.example.com/images"
        let seen = Timeline(
            [
                Frame(start: 0, importing: true, images: [image("20260801")]),
                Frame(start: 1, images: [image("20260801")]),
            ], events: goodEvents()
        ).decision(two)
        #expect(
            seen?.verdict == .failed(.neverReachedSource(["http://other.example.com/images"])))
    }

    @Test(arguments: Versions.logging)
    func `somebody's import that fails silently during a wait is told`(_ version: RegionVersion) {
        let seen = Timeline(
            [
                Frame(start: 0, importing: true, images: [image("20260801")]),
                Frame(start: 1, images: [image("20260801")]),
            ], events: []
        ).decision(goal(version, expects: false))
        #expect(seen?.verdict == .failed(.neverReachedSource([mirror])))
    }

    // MARK: Imports that end without

    @Test(arguments: Versions.logging)
    func `an import that ends without a wanted image fails with the region's words`(
        _ version: RegionVersion
    ) {
        let events = goodEvents() + [(at: 4.0, event: event("gone upstream", level: "WARNING"))]
        let seen = Timeline(
            [
                Frame(start: 0, importing: true, images: [image("20260815", release: "jammy")]),
                Frame(start: 5, images: [image("20260815", release: "jammy")]),
            ], events: events
        ).decision(goal(version))
        #expect(
            seen
                == .init(
                    second: 20, verdict: .failed(.endedWithout([noble], said: ["gone upstream"]))))
    }

    @Test func `a lost region controller never lets an image complete`() {
        let seen = Timeline(
            [
                Frame(start: 0, importing: true, images: [image("20260815", 10)]),
                Frame(start: 9, images: [image("20260815", 50)]),
            ], events: goodEvents()
        ).decision(goal(Versions.v3_5))
        #expect(seen == .init(second: 24, verdict: .failed(.endedWithout([noble], said: []))))
    }

    @Test(arguments: Versions.all)
    func `stopped by somebody: the old set that is left is not ready`(_ version: RegionVersion) {
        let logs = version.hasSourcePriorities ? nil : goodEvents()
        let seen = Timeline(
            [
                Frame(start: 0, importing: true, images: [image("20260801")]),
                Frame(
                    start: 2, importing: true, images: [image("20260815", 30, held: ["20260801"])]),
                Frame(start: 6, images: [image("20260801")]),
            ], events: logs
        ).decision(goal(version))
        #expect(seen?.verdict == .failed(.endedWithout([noble], said: [])))
    }

    @Test(arguments: Versions.all)
    func `a kernel that was coming and is gone is missing although the other one is there`(
        _ version: RegionVersion
    ) {
        let logs = version.hasSourcePriorities ? nil : goodEvents()
        let seen = Timeline(
            [
                Frame(start: 0, importing: true, images: []),
                Frame(
                    start: 2, importing: true,
                    images: [image("20260815"), image("20260815", 5, subarch: "hwe-24.04", id: 2)]),
                Frame(start: 6, images: [image("20260815")]),
            ], events: logs
        ).decision(goal(version))
        #expect(seen?.verdict == .failed(.endedWithout([noble], said: [])))
    }

    @Test(arguments: Versions.logging)
    func `an unfinished set that lay there from before may go`(_ version: RegionVersion) {
        let seen = Timeline(
            [
                Frame(
                    start: 0, importing: true, images: [image("20260815", 30, held: ["20260801"])]),
                Frame(start: 6, images: [image("20260801")]),
            ], events: goodEvents()
        ).decision(goal(version))
        #expect(seen == .init(second: 7, verdict: .ready(.importCycle)))
    }

    @Test func `killed on 3.8 by a second order: missing`() {
        let seen = Timeline([
            Frame(start: 0, importing: true, images: [image("20260815", 13)]),
            Frame(start: 14, images: []),
        ]).decision(goal(Versions.v3_8))
        #expect(seen == .init(second: 29, verdict: .failed(.endedWithout([noble], said: []))))
    }

    @Test func `switching back on 3.8 is not ready while nothing happens, and is no failure`() {
        let seen = Timeline([Frame(start: 0, images: [image("20260815")])])
            .decision(goal(Versions.v3_8, offered: "20260801"), until: 29)
        #expect(seen == nil)
    }

    // MARK: No failure yet

    @Test func `3.8 fetching for a new address may pause for minutes`() {
        let seen = Timeline([
            Frame(start: 0, images: [image("20260801")]),
            Frame(start: 2, images: [image("20260815", 10, held: ["20260801"])]),
            Frame(start: 300, images: [image("20260815", 20, held: ["20260801"])]),
            Frame(start: 400, images: [image("20260815")]),
        ]).decision(goal(Versions.v3_8, offered: "20260815"))
        #expect(seen == .init(second: 400, verdict: .ready(.catalogue)))
    }

    @Test(arguments: Versions.all)
    func `is_importing that lies throughout ends nothing while bytes come`(
        _ version: RegionVersion
    ) {
        let logs = version.hasSourcePriorities ? nil : goodEvents()
        let seen = Timeline(
            [
                Frame(start: 0, images: []),
                Frame(start: 1, images: [image("20260815", 10)]),
                Frame(start: 60, images: [image("20260815", 50)]),
                Frame(start: 100, images: [image("20260815")]),
            ], events: logs
        ).decision(goal(version))
        #expect(
            seen
                == .init(
                    second: version.hasSourcePriorities ? 115 : 101, verdict: .ready(.importCycle)))
    }

    @Test(arguments: Versions.all)
    func `false for a moment before it begins decides nothing`(_ version: RegionVersion) {
        let seen = Timeline(
            [
                Frame(start: 0, images: [image("20260801")]),
                Frame(start: 3, importing: true, images: [image("20260801")]),
                Frame(
                    start: 4, importing: true, images: [image("20260815", 1, held: ["20260801"])]),
            ], events: version.hasSourcePriorities ? nil : []
        ).decision(goal(version), until: 500)
        #expect(seen == nil)
    }

    @Test(arguments: Versions.logging)
    func `stillness is counted anew after the region could not be asked`(
        _ version: RegionVersion
    ) {
        let seen = Timeline(
            [
                Frame(start: 0, importing: true, images: [image("20260815", 10)]),
                Frame(start: 9, images: [image("20260815", 30)]),
                Frame(start: 75, importing: true, images: [image("20260815", 40)]),
                Frame(start: 90, images: [image("20260815")]),
            ], events: goodEvents(), outage: 10..<70
        ).decision(goal(version))
        #expect(seen == .init(second: 91, verdict: .ready(.importCycle)))
    }

    @Test(arguments: Versions.all)
    func `a missing image with nothing ordered is waited for until the patience ends`(
        _ version: RegionVersion
    ) {
        let logs = version.hasSourcePriorities ? nil : [(at: Double, event: Event)]()
        let seen = Timeline([Frame(start: 0, images: [])], events: logs).decision(
            goal(version, expects: false))
        #expect(seen == .init(second: 600, verdict: .failed(.stalled([noble]))))
    }

    // MARK: Patience

    @Test(arguments: Versions.all)
    func `an import in which nothing moves is stalled`(_ version: RegionVersion) {
        let seen = Timeline(
            [
                Frame(start: 0, importing: true, images: [image("20260815", 10)]),
                Frame(start: 100, importing: true, images: [image("20260815", 40)]),
            ], events: version.hasSourcePriorities ? nil : goodEvents()
        ).decision(goal(version))
        #expect(seen == .init(second: 700, verdict: .failed(.stalled([noble]))))
    }

    @Test(arguments: Versions.all)
    func `the deadline ends an import that goes on`(_ version: RegionVersion) {
        var short = goal(version)
        short.deadline = .seconds(20)
        let seen = Timeline([Frame(start: 0, importing: true, images: [image("20260815", 10)])])
            .decision(short)
        #expect(seen == .init(second: 20, verdict: .failed(.late([noble]))))
    }

    @Test func `ready at the deadline is ready`() {
        var short = goal(Versions.v3_7, offered: "20260815")
        short.deadline = .seconds(0)
        let seen = Timeline([Frame(start: 0, images: [image("20260815")])]).decision(short)
        #expect(seen?.verdict == .ready(.catalogue))
    }
}
