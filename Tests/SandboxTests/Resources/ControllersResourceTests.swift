import Testing

@testable import Sandbox

struct ControllersResourceTests {
    private static let path = "rackcontrollers/abc123/"

    private func scene(_ flavour: MAASFlavour) -> Scene {
        let scene = Scene(flavour)
        scene.region.access { $0.racks = [RackController(systemID: "abc123", hostname: "rack")] }
        return scene
    }

    private func status(_ scene: Scene) -> String? {
        let answer = scene.call("GET", Self.path + "?op=list_boot_images")
        return JSONValue(parsing: answer.body)?["status"]?.text
    }

    @Test func `racks really follow before 3.5`() {
        let scene = scene(.v3_3)
        #expect(status(scene) == "out-of-sync")
        #expect(scene.call("POST", "rackcontrollers/?op=import_boot_images").status == 200)
        #expect(status(scene) == "syncing")
        scene.clock.advance(by: .seconds(2))
        #expect(status(scene) == "synced")
        scene.switchToCandidate()
        scene.startImport()
        #expect(status(scene) == "region-importing")
        scene.clock.advance(by: .milliseconds(10_100))
        #expect(status(scene) == "syncing")
        scene.region.access { $0.racks[0].isConnected = false }
        #expect(status(scene) == "unknown")
    }

    @Test(arguments: [MAASFlavour.v3_5, .v3_7, .v3_8])
    func `racks are always in step from 3.5 on`(flavour: MAASFlavour) {
        let scene = scene(flavour)
        scene.region.access { $0.racks[0].isConnected = false }
        #expect(status(scene) == "synced")
        #expect(scene.call("POST", Self.path + "?op=import_boot_images").status == 202)
        #expect(scene.call("GET", "rackcontrollers/other/").status == 404)
    }
}
