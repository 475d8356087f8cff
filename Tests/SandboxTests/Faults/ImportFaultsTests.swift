import Testing

@testable import Sandbox

/// Faults of imports.
struct ImportFaultsTests {
    @Test(arguments: [MAASFlavour.v3_3, .v3_7])
    func `a stalled import stays where it is`(flavour: MAASFlavour) {
        let scene = Scene(flavour, [.stalledImport])
        scene.switchToCandidate()
        scene.startImport()
        scene.clock.advance(by: .seconds(3600))
        #expect(scene.isImporting)
        #expect(scene.noble.last == "20260815 40")
    }

    @Test(arguments: [
        (MAASFlavour.v3_7, "Image importer"), (.v3_8, "Sync selection 1"),
    ])
    func `a failing import leaves a notice and the old set`(flavour: MAASFlavour, ident: String) {
        for fault in [SandboxFault.failedImport, .importFailsAtOnce] {
            let scene = Scene(flavour, [fault])
            scene.switchToCandidate()
            scene.startImport()
            scene.clock.advance(by: .seconds(11))
            #expect(!scene.isImporting)
            #expect(scene.noble.first == "20260801 complete")
            #expect(!scene.noble.contains("20260815 complete"))
            #expect(scene.notices.contains(ident))
        }
    }

    @Test func `an instant import is over before it can be seen`() {
        let scene = Scene(.v3_7, [.instantImport])
        scene.switchToCandidate()
        scene.startImport()
        #expect(!scene.isImporting)
        #expect(scene.noble == ["20260815 complete"])
    }

    @Test func `a restarted import begins again, once`() {
        let scene = Scene(.v3_7, [.restart])
        scene.switchToCandidate()
        scene.startImport()
        scene.clock.advance(by: .milliseconds(4500))
        #expect(scene.noble.last == "20260815 38")
        scene.clock.advance(by: .milliseconds(200))
        #expect(scene.noble.last == "20260815 1")
        scene.clock.advance(by: .seconds(10))
        #expect(scene.noble == ["20260815 complete"])
    }

    @Test func `with a region controller lost nothing completes from 3.5 on`() {
        let scene = Scene(.v3_7, [.lostRegionController])
        let item = JSONValue(parsing: scene.call("GET", "boot-resources/1/").body)
        let set = item?["sets"]?.members.first?.value
        #expect(set?["complete"] == false)
        #expect(set?["progress"]?.number == 50)
        let older = Scene(.v3_3, [.lostRegionController])
        let whole = JSONValue(parsing: older.call("GET", "boot-resources/1/").body)
        #expect(whole?["sets"]?.members.first?.value["complete"] == true)
    }

    @Test func `is_importing can lie`() {
        let scene = Scene(.v3_7, [.isImportingLies])
        scene.switchToCandidate()
        scene.startImport()
        #expect(!scene.isImporting)
        scene.clock.advance(by: .milliseconds(5500))
        #expect(scene.noble.last == "20260815 50")
    }

    @Test func `a catalogue can stay empty for ever`() {
        let scene = Scene(.v3_7, [.noCatalogue])
        scene.call(
            "POST", "boot-sources/",
            "url=http://m.lan/ephemeral-v3/stable/&keyring_filename=\(DefaultContent.debKeyring)")
        scene.clock.advance(by: .seconds(3600))
        let form = "os=ubuntu&release=jammy&arches=amd64&subarches=*&labels=*"
        #expect(scene.call("POST", "boot-sources/2/selections/", form).status == 400)
    }
}
