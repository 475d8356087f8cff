import MAAS
import Testing
import Workflows

/// What decides, and when, where everything goes well or nothing has to be done.
@Suite struct ReadinessJudgeTests {
    typealias Frame = Timeline.Frame

    // MARK: By what the source offers

    @Test(arguments: Versions.all)
    func `holds what the source offers: ready at the first look`(_ version: RegionVersion) {
        for expects in [true, false] {
            let seen = Timeline([Frame(start: 0, images: [image("20260815"), bootloader()])])
                .decision(goal(version, offered: "20260815", expects: expects))
            #expect(seen == .init(second: 0, verdict: .ready(.catalogue)))
        }
    }

    @Test(arguments: Versions.all)
    func `an old set from before a switch is never ready`(_ version: RegionVersion) {
        let seen = Timeline([Frame(start: 0, images: [image("20260801")])], events: [])
            .decision(goal(version, offered: "20260815", expects: false), until: 599)
        #expect(seen == nil)
    }

    @Test(arguments: Versions.all)
    func `switching back waits for the older version although a newer one is held`(
        _ version: RegionVersion
    ) {
        let logs = version.hasSourcePriorities ? nil : goodEvents()
        let seen = Timeline(
            [
                Frame(start: 0, images: [image("20260815")]),
                Frame(
                    start: 1, importing: true,
                    images: [image("20260801", 0, held: ["20260815"])]),
                Frame(
                    start: 30, importing: true,
                    images: [image("20260801", 90, held: ["20260815"])]),
                Frame(start: 60, images: [image("20260801")]),
            ], events: logs
        ).decision(goal(version, offered: "20260801"))
        #expect(seen == .init(second: 60, verdict: .ready(.catalogue)))
    }

    @Test(arguments: Versions.all)
    func `a version published after the catalogue was read is ready as well`(
        _ version: RegionVersion
    ) {
        let seen = Timeline([
            Frame(start: 0, importing: true, images: [image("20260801")]),
            Frame(
                start: 1, importing: true, images: [image("20260816", 10, held: ["20260801"])]),
            Frame(start: 9, images: [image("20260816")]),
        ]).decision(goal(version, offered: "20260815"))
        #expect(seen == .init(second: 9, verdict: .ready(.catalogue)))
    }

    @Test func `versions are compared as numbers`() {
        let seen = Timeline([
            Frame(start: 0, importing: true, images: [image("20260801.9")]),
            Frame(start: 2, images: [image("20260801.10")]),
        ]).decision(goal(Versions.v3_7, offered: "20260801.9"))
        #expect(seen?.verdict == .ready(.catalogue))
    }

    @Test(arguments: Versions.all)
    func `every kernel that is offered must be there`(_ version: RegionVersion) {
        let both = WantedImage(
            os: "ubuntu", release: "noble", arch: "amd64",
            offered: ["amd64/ga-24.04": "20260815", "amd64/hwe-24.04": "20260816"])
        let ga = image("20260815")
        let seen = Timeline([
            Frame(start: 0, importing: false, images: [ga]),
            Frame(
                start: 1, importing: true, images: [ga, image("20260816", 5, subarch: "hwe-24.04")]),
            Frame(start: 20, images: [ga, image("20260816", subarch: "hwe-24.04")]),
        ]).decision(goal(version, wanted: [both]))
        #expect(seen == .init(second: 20, verdict: .ready(.catalogue)))
    }

    @Test(arguments: Versions.all)
    func `what a region still fetches is waited for even when the offer is held`(
        _ version: RegionVersion
    ) {
        let seen = Timeline([
            Frame(start: 0, importing: true, images: [image("20260815")]),
            Frame(start: 7, images: [image("20260815")]),
        ]).decision(goal(version, offered: "20260815"))
        #expect(seen == .init(second: 7, verdict: .ready(.catalogue)))
    }

    @Test(arguments: Versions.all)
    func `what the source does not offer fails soon`(_ version: RegionVersion) {
        let missing = WantedImage(os: "ubuntu", release: "noble", arch: "amd64", offered: [:])
        let seen = Timeline([Frame(start: 0, images: [])], events: []).decision(
            goal(version, wanted: [missing]))
        #expect(seen == .init(second: 1, verdict: .failed(.notOffered([missing]))))
    }

    // MARK: By a whole import

    @Test(arguments: Versions.logging)
    func `up to 3.7 an import that read its source and left all complete is ready`(
        _ version: RegionVersion
    ) {
        let seen = Timeline(
            [
                Frame(start: 0, importing: true),
                Frame(start: 1, importing: true, images: [image("20260815", 0), bootloader(0)]),
                Frame(start: 5, importing: true, images: [image("20260815", 60), bootloader()]),
                Frame(start: 12, images: [image("20260815"), bootloader()]),
            ], events: goodEvents()
        ).decision(goal(version))
        #expect(seen == .init(second: 13, verdict: .ready(.importCycle)))
    }

    @Test(arguments: Versions.logging)
    func `up to 3.7 an import over before the first look is ready by its log`(
        _ version: RegionVersion
    ) {
        let seen = Timeline(
            [Frame(start: 0, images: [image("20260815")])], events: goodEvents(at: 0)
        ).decision(goal(version))
        #expect(seen == .init(second: 1, verdict: .ready(.importCycle)))
    }

    @Test func `3.8 is ready soon after is_importing was seen to end`() {
        let seen = Timeline([
            Frame(start: 0),
            Frame(start: 1, importing: true, images: [image("20260815", 0), bootloader()]),
            Frame(start: 26, images: [image("20260815"), bootloader()]),
        ]).decision(goal(Versions.v3_8))
        #expect(seen == .init(second: 29, verdict: .ready(.importCycle)))
    }

    @Test func `3.8 after a new address is followed although is_importing stays false`() {
        let seen = Timeline([
            Frame(start: 0, images: [image("20260801")]),
            Frame(start: 2, images: [image("20260815", 42, held: ["20260801"])]),
            Frame(start: 60, images: [image("20260815", 70, held: ["20260801"])]),
            Frame(start: 150, images: [image("20260815")]),
        ]).decision(goal(Versions.v3_8))
        #expect(seen == .init(second: 165, verdict: .ready(.importCycle)))
    }

    @Test func `3.8 with nothing to do never imports and is ready after stillness`() {
        let seen = Timeline([Frame(start: 0, images: [image("20260815")])])
            .decision(goal(Versions.v3_8))
        #expect(seen == .init(second: 30, verdict: .ready(.quiet)))
    }

    @Test func `3.8 that is slow to read the catalogue is not ready before it fetches`() {
        let seen = Timeline([
            Frame(start: 0, images: [image("20260801")]),
            Frame(start: 25, images: [image("20260815", 1, held: ["20260801"])]),
            Frame(start: 90, images: [image("20260815")]),
        ]).decision(goal(Versions.v3_8))
        #expect(seen == .init(second: 105, verdict: .ready(.importCycle)))
    }

    @Test func `images that vanish and come back with new ids are waited for`() {
        let seen = Timeline([
            Frame(start: 0, images: [image("20260801", id: 1)]),
            Frame(start: 2, importing: true, images: []),
            Frame(start: 4, importing: true, images: [image("20260815", 10, id: 7)]),
            Frame(start: 9, importing: true, images: [image("20260815", id: 7)]),
            Frame(start: 10, images: [image("20260815", id: 7)]),
        ]).decision(goal(Versions.v3_8))
        #expect(seen == .init(second: 13, verdict: .ready(.importCycle)))
    }

    @Test(arguments: Versions.logging)
    func `an import that begins again half-way is followed to its end`(_ version: RegionVersion) {
        let seen = Timeline(
            [
                Frame(start: 0, importing: true, images: [image("20260815", 40)]),
                Frame(start: 10, importing: true, images: [image("20260815", 0)]),
                Frame(start: 40, images: [image("20260815")]),
            ], events: goodEvents()
        ).decision(goal(version))
        #expect(seen == .init(second: 41, verdict: .ready(.importCycle)))
    }

    // MARK: By stillness

    @Test(arguments: Versions.all)
    func `with nothing ordered and all complete three seconds are enough`(
        _ version: RegionVersion
    ) {
        let logs = version.hasSourcePriorities ? nil : [(at: Double, event: Event)]()
        let seen = Timeline([Frame(start: 0, images: [image("20260815")])], events: logs)
            .decision(goal(version, expects: false))
        #expect(seen == .init(second: 3, verdict: .ready(.quiet)))
    }

    @Test(arguments: Versions.logging)
    func `an import that ran before the watch needs no log`(_ version: RegionVersion) {
        let seen = Timeline(
            [
                Frame(start: 0, importing: true, images: [image("20260815", 50)]),
                Frame(start: 8, images: [image("20260815")]),
            ], events: []
        ).decision(goal(version, joins: true))
        #expect(seen == .init(second: 11, verdict: .ready(.quiet)))
    }

    @Test(arguments: Versions.logging)
    func `a region that hides its log is never ready by an import cycle`(
        _ version: RegionVersion
    ) {
        let seen = Timeline([
            Frame(start: 0, importing: true, images: [image("20260815")]),
            Frame(start: 5, images: [image("20260815")]),
        ]).decision(goal(version))
        #expect(seen == .init(second: 20, verdict: .ready(.quiet)))
    }

    @Test(arguments: Versions.all)
    func `uploaded images and zero selections are nothing to wait for`(_ version: RegionVersion) {
        let logs = version.hasSourcePriorities ? nil : goodEvents()
        let seen = Timeline([Frame(start: 0, images: [])], events: logs).decision(
            goal(version, wanted: []))
        #expect(seen?.verdict == .ready(version.hasSourcePriorities ? .quiet : .importCycle))
    }

    @Test(arguments: Versions.logging)
    func `zero selections wait for whatever is fetched`(_ version: RegionVersion) {
        let seen = Timeline(
            [
                Frame(start: 0, importing: true, images: [image("20260815", 3)]),
                Frame(start: 30, images: [image("20260815")]),
            ], events: goodEvents()
        ).decision(goal(version, wanted: []))
        #expect(seen == .init(second: 31, verdict: .ready(.importCycle)))
    }

    @Test func `a selection of every architecture is ready with what there is`() {
        let any = WantedImage(os: "ubuntu", release: "noble", arch: "*")
        let seen = Timeline(
            [
                Frame(
                    start: 0, importing: true,
                    images: [image("20260815"), image("20260815", 5, arch: "arm64", id: 2)]),
                Frame(
                    start: 4, images: [image("20260815"), image("20260815", arch: "arm64", id: 2)]),
            ], events: goodEvents()
        ).decision(goal(Versions.v3_7, wanted: [any]))
        #expect(seen == .init(second: 5, verdict: .ready(.importCycle)))
    }

    @Test func `an orphaned boot loader keeps 3.8 from nothing`() {
        for orphan in [bootloader(0), bootloader(30)] {
            let seen = Timeline([
                Frame(start: 0, importing: true, images: [image("20260815", 5), orphan]),
                Frame(start: 9, images: [image("20260815"), orphan]),
            ]).decision(goal(Versions.v3_8))
            #expect(seen == .init(second: 12, verdict: .ready(.importCycle)))
        }
    }

    @Test func `a boot loader that is being fetched is waited for`() {
        for version in Versions.all {
            let logs = version.hasSourcePriorities ? nil : goodEvents()
            let seen = Timeline(
                [
                    Frame(start: 0, importing: true, images: [image("20260815"), bootloader(0)]),
                    Frame(start: 3, importing: true, images: [image("20260815"), bootloader(30)]),
                    Frame(start: 20, images: [image("20260815"), bootloader()]),
                ], events: logs
            ).decision(goal(version, offered: "20260815"))
            #expect(seen == .init(second: 20, verdict: .ready(.catalogue)))
        }
    }
}
