import Testing

@testable import Sandbox

struct DescribeResourceTests {
    @Test func `describes every resource it has`() {
        let answer = Scene(.v3_7).call("GET", "describe/")
        #expect(answer.contentType == "application/json")
        let names = JSONValue(parsing: answer.body)?["resources"]?.elements ?? []
        #expect(names.count == Router.resources.count)
        let selection = names.first { $0["name"] == "BootSourceSelectionHandler" }?["auth"]
        let path = "/MAAS/api/2.0/boot-sources/{boot_source_id}/selections/{id}/"
        #expect(selection?["path"] == .string(path))
        #expect(selection?["params"] == ["boot_source_id", "id"])
    }
}
