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

struct NotificationsResourceTests {
    @Test func `notices are read and deleted one by one`() {
        let scene = Scene(.v3_7)
        scene.region.access { $0.setNotice("x", "text") }
        #expect(scene.call("GET", "notifications/1/").text.contains("\"message\": \"text\""))
        #expect(scene.call("DELETE", "notifications/1/").status == 204)
        #expect(scene.call("GET", "notifications/1/").status == 404)
    }
}

struct EventsResourceTests {
    @Test func `pages through the log`() throws {
        let scene = Scene(.v3_7)
        scene.region.access { state in
            for number in 1...5 { state.log("INFO", "t", "event \(number)", now: 0) }
        }
        let ids = { (query: String) -> [Int] in
            let answer = scene.call("GET", "events/?op=query&\(query)")
            let events = JSONValue(parsing: answer.body)?["events"]?.elements ?? []
            return events.compactMap { $0["id"]?.number }
        }
        #expect(ids("limit=2") == [5, 4])
        #expect(ids("limit=2&before=4") == [3, 2])
        #expect(ids("limit=2&after=1") == [3, 2])
        #expect(ids("level=ERROR") == [])
    }
}

struct MAASResourceTests {
    @Test func `automatic imports switched on again begin at once on 3.8`() {
        let scene = Scene(.v3_8)
        scene.call(
            "POST", "boot-sources/1/selections/",
            "os=ubuntu&release=jammy&arches=amd64&subarches=*&labels=*")
        scene.call("POST", "maas/?op=set_config", "name=boot_images_auto_import&value=false")
        scene.clock.advance(by: .seconds(3))
        #expect(!scene.isImporting)
        scene.call("POST", "maas/?op=set_config", "name=boot_images_auto_import&value=true")
        scene.clock.advance(by: .seconds(3))
        #expect(scene.isImporting)
    }

    @Test func `the commissioning release is watched up to 3.7`() {
        let scene = Scene(.v3_7)
        scene.call("POST", "maas/?op=set_config", "name=commissioning_distro_series&value=jammy")
        #expect(scene.notices == ["commissioning_series_unselected"])
    }
}

struct DescribeResourceTests {
    @Test func `describes every resource it has`() {
        let answer = Scene(.v3_7).call("GET", "describe/")
        #expect(answer.contentType == "application/json")
        let names = JSONValue(parsing: answer.body)?["resources"]?.elements ?? []
        #expect(names.count == Router.resources.count)
    }
}
