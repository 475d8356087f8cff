import MAAS
import Testing
import Workflows

/// Which notices are failures, and when.
@Suite struct ReadinessJudgeNoticeTests {
    typealias Frame = Timeline.Frame

    static let importer = notice(
        "Image importer",
        "Failed to import images from \(mirror): Unable to open \(mirror)streams/v1/index.sjson.")
    static let manifest = notice(
        "Image manifest fetcher (boot source 1)",
        "Failed to fetch image manifest for boot source with url http://mirror.example.com/stable. "
            + "Check the logs for more details.")
    static let sync = notice("Sync selection 39", "Failed to synchronize selection 39: 404")

    @Test(arguments: [
        (Versions.v3_5, importer), (Versions.v3_7, importer), (Versions.v3_8, manifest),
        (Versions.v3_8, sync), (Versions.v3_5, notice("Image synchronization", "no space")),
    ])
    func `a new notice fails once nothing is importing`(
        _ version: RegionVersion, _ notice: Notification
    ) {
        for images in [[], [image("20260801")]] {
            let seen = Timeline([
                Frame(start: 0, importing: true, images: images, notices: [notice]),
                Frame(start: 3, images: images, notices: [notice]),
            ]).decision(goal(version))
            #expect(seen == .init(second: 4, verdict: .failed(.noticed([notice]))))
        }
    }

    @Test(arguments: [
        notice("commissioning_series_unavailable"), notice("commissioning_series_unselected"),
        notice("maas-import-pxe-files script"), notice("bootresources_export_from_db"),
        notice("deprecation_MD6_admins", category: "warning"), notice(nil),
        notice("Image importer", category: "info"),
        notice("Image manifest fetcher (boot source 92)"),
        notice("Image importer", "Failed to import images from http://gone.example.com/: no"),
        notice(
            "Image manifest fetcher (boot source 1)",
            "Failed to fetch image manifest for boot source with url http://was.example.com/. Check"
        ),
    ])
    func `a notice about something else is no failure`(_ notice: Notification) {
        for version in Versions.all {
            let seen = Timeline(
                [
                    Frame(start: 0, importing: true, images: [image("20260815")]),
                    Frame(start: 2, images: [image("20260815")], notices: [notice]),
                ], events: version.hasSourcePriorities ? nil : goodEvents()
            ).decision(goal(version))
            #expect(seen?.verdict == .ready(.importCycle))
        }
    }

    @Test(arguments: [(Versions.v3_7, importer, 15), (Versions.v3_8, manifest, 30)])
    func `a notice from before that stands on is a failure in the end`(
        _ version: RegionVersion, _ notice: Notification, _ second: Int
    ) {
        let seen = Timeline(
            [Frame(start: 0, images: [image("20260815")], notices: [notice])], events: []
        ).decision(goal(version, offered: "20260815", known: [notice]))
        #expect(seen == .init(second: second, verdict: .failed(.noticed([notice]))))
    }

    @Test(arguments: [(Versions.v3_7, importer), (Versions.v3_8, manifest)])
    func `a notice from before that goes is none`(
        _ version: RegionVersion, _ notice: Notification
    ) {
        let seen = Timeline(
            [
                Frame(start: 0, images: [image("20260815")], notices: [notice]),
                Frame(start: 10, images: [image("20260815")]),
            ], events: []
        ).decision(goal(version, offered: "20260815", known: [notice]))
        #expect(seen == .init(second: 10, verdict: .ready(.catalogue)))
    }

    @Test func `the same ident with other words is a new notice`() {
        let worse = notice("Image importer", Self.importer.message + " worse")
        let seen = Timeline([
            Frame(start: 0, images: [image("20260815")], notices: [worse])
        ]).decision(goal(Versions.v3_7, known: [Self.importer]))
        #expect(seen == .init(second: 1, verdict: .failed(.noticed([worse]))))
    }

    @Test func `an old notice about a selection counts only when something is missing`() {
        let known = goal(Versions.v3_8, known: [Self.sync])
        let there = Timeline([
            Frame(start: 0, images: [image("20260815")], notices: [Self.sync])
        ]).decision(known)
        #expect(there == .init(second: 30, verdict: .ready(.quiet)))
        let missing = Timeline([Frame(start: 0, notices: [Self.sync])]).decision(known)
        #expect(missing == .init(second: 30, verdict: .failed(.noticed([Self.sync]))))
    }

    @Test(arguments: Versions.all)
    func `a notice while the import goes on is waited out`(_ version: RegionVersion) {
        let seen = Timeline(
            [
                Frame(
                    start: 0, importing: true, images: [image("20260815", 5)],
                    notices: [Self.importer]),
                Frame(start: 8, images: [image("20260815")]),
            ], events: version.hasSourcePriorities ? nil : goodEvents()
        ).decision(goal(version))
        #expect(seen?.verdict == .ready(.importCycle))
    }
}
