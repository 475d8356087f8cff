import Testing

@testable import Sandbox

struct ImportTests {
    @Test(arguments: [MAASFlavour.v3_3, .v3_5, .v3_7])
    func `keeps the old set beside the new one until the end`(flavour: MAASFlavour) {
        let scene = Scene(flavour)
        scene.switchToCandidate()
        #expect(!scene.isImporting)
        scene.startImport()
        #expect(scene.isImporting)
        #expect(scene.noble == ["20260801 complete"])
        scene.clock.advance(by: .milliseconds(5500))
        #expect(scene.noble == ["20260801 complete", "20260815 50"])
        scene.clock.advance(by: .seconds(5))
        #expect(!scene.isImporting)
        #expect(scene.noble == ["20260815 complete"])
    }

    @Test func `on 3.8 a new url downloads by itself and is never seen importing`() {
        let scene = Scene(.v3_8)
        scene.switchToCandidate()
        scene.clock.advance(by: .seconds(5))
        #expect(!scene.isImporting)
        #expect(scene.noble.count == 2)
        scene.clock.advance(by: .seconds(6))
        #expect(scene.noble == ["20260815 complete"])
    }

    @Test func `on 3.8 is_importing comes late, and never when there is nothing to do`() {
        let scene = Scene(.v3_8)
        scene.startImport()
        for _ in 0..<12 {
            #expect(!scene.isImporting)
            scene.clock.advance(by: .seconds(1))
        }
        scene.call(
            "POST", "boot-sources/1/selections/",
            "os=ubuntu&release=jammy&arches=amd64&subarches=*&labels=*")
        scene.startImport()
        #expect(!scene.isImporting)
        scene.clock.advance(by: .milliseconds(1100))
        #expect(scene.isImporting)
    }

    @Test func `on 3.8 a second import kills the first and skips its images`() {
        let scene = Scene(.v3_8)
        scene.call(
            "POST", "boot-sources/1/selections/",
            "os=ubuntu&release=jammy&arches=amd64&subarches=*&labels=*")
        scene.startImport()
        scene.clock.advance(by: .seconds(3))
        #expect(scene.isImporting)
        scene.startImport()
        scene.clock.advance(by: .seconds(12))
        #expect(!scene.isImporting)
        #expect(!scene.region.access { $0.resources.contains { $0.name == "ubuntu/jammy" } })
        #expect(scene.notices == [])
    }

    @Test func `up to 3.7 a second import is ignored`() {
        let scene = Scene(.v3_7)
        scene.switchToCandidate()
        scene.startImport()
        scene.clock.advance(by: .seconds(5))
        let before = scene.noble
        scene.startImport()
        #expect(scene.noble == before)
        scene.clock.advance(by: .milliseconds(5100))
        #expect(scene.noble == ["20260815 complete"])
    }

    @Test(arguments: [(MAASFlavour.v3_3, 1), (.v3_5, 2), (.v3_7, 2), (.v3_8, 1)])
    func `stops, and leaves unfinished sets from 3.5 to 3.7 only`(
        flavour: MAASFlavour, sets: Int
    ) {
        let scene = Scene(flavour)
        if flavour == .v3_8 {
            scene.region.access { $0.sources[0].url = "http://x.lan/ephemeral-v3/candidate" }
        } else {
            scene.switchToCandidate()
        }
        scene.startImport()
        scene.clock.advance(by: .seconds(5))
        scene.call("POST", "boot-resources/?op=stop_import")
        #expect(scene.isImporting)
        scene.clock.advance(by: flavour == .v3_3 ? .seconds(4) : .milliseconds(500))
        #expect(!scene.isImporting)
        #expect(scene.noble.count == sets)
    }

    @Test func `deselected images go at the next import up to 3.7`() {
        let scene = Scene(.v3_7)
        scene.call(
            "POST", "boot-sources/1/selections/",
            "os=ubuntu&release=jammy&arches=amd64&subarches=*&labels=*")
        scene.startImport()
        scene.clock.advance(by: .seconds(11))
        let hasJammy = {
            scene.region.access { $0.resources.contains { $0.name == "ubuntu/jammy" } }
        }
        #expect(hasJammy())
        scene.call("DELETE", "boot-sources/1/selections/2/")
        #expect(hasJammy())
        scene.startImport()
        scene.clock.advance(by: .seconds(11))
        #expect(!hasJammy())
    }

    @Test func `without any source the default one comes back up to 3.7, and nothing on 3.8`() {
        for (flavour, count) in [(MAASFlavour.v3_3, 1), (.v3_7, 1), (.v3_8, 0)] {
            let scene = Scene(flavour)
            scene.call("DELETE", "boot-sources/1/")
            scene.startImport()
            #expect(scene.region.access { $0.sources.count } == count)
            #expect(scene.region.access { $0.selections.count } == count)
        }
    }

    @Test func `what changes during an import is imported right after it up to 3.7`() {
        let scene = Scene(.v3_7)
        scene.switchToCandidate()
        scene.startImport()
        scene.clock.advance(by: .seconds(5))
        scene.call(
            "POST", "boot-sources/1/selections/",
            "os=ubuntu&release=jammy&arches=amd64&subarches=*&labels=*")
        scene.clock.advance(by: .seconds(6))
        #expect(scene.isImporting)
        scene.clock.advance(by: .seconds(11))
        #expect(!scene.isImporting)
        #expect(scene.region.access { $0.resources.contains { $0.name == "ubuntu/jammy" } })
    }

    @Test func `a byte rate sets how long an import takes`() {
        let scene = Scene(.v3_7) { $0.bytesPerSecond = 3_000_000 }
        scene.switchToCandidate()
        scene.startImport()
        scene.clock.advance(by: .seconds(51))
        #expect(scene.noble.last == "20260815 50")
        scene.clock.advance(by: .seconds(50))
        #expect(scene.noble == ["20260815 complete"])
    }
}
