import Testing

@testable import Sandbox

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
