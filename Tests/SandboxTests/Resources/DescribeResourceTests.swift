import Testing

@testable import Sandbox

struct DescribeResourceTests {
    @Test func `describes every resource it has`() {
        let answer = Scene(.v3_7).call("GET", "describe/")
        #expect(answer.contentType == "application/json")
        let names = JSONValue(parsing: answer.body)?["resources"]?.elements ?? []
        #expect(names.count == Router.resources.count)
    }
}
