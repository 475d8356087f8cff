import Testing

@testable import Sandbox

struct NotificationsResourceTests {
    @Test func `notices are read and deleted one by one`() {
        let scene = Scene(.v3_7)
        scene.region.access { $0.setNotice("x", "text") }
        #expect(scene.call("GET", "notifications/1/").text.contains("\"message\": \"text\""))
        #expect(scene.call("DELETE", "notifications/1/").status == 204)
        #expect(scene.call("GET", "notifications/1/").status == 404)
    }
}
