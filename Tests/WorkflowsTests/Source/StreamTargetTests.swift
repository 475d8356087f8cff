import Testing
import Workflows

@Suite struct StreamTargetTests {
    @Test(arguments: [
        ("stable", "http://images.maas.io/ephemeral-v3/stable/"),
        ("Candidate", "http://images.maas.io/ephemeral-v3/candidate/"),
        ("http://mirror.example.com/x", "http://mirror.example.com/x/"),
        (
            "http://mirror.example.com/streams/v1/index.json",
            "http://mirror.example.com/streams/v1/index.json"
        ),
    ])
    func `reads names and addresses`(_ text: String, _ url: String) throws {
        #expect(try StreamTarget(text).url == url)
    }

    @Test func `an official address is recognised`() throws {
        #expect(try StreamTarget("https://images.maas.io/ephemeral-v3/stable").official == .stable)
        #expect(try StreamTarget("candidate").official == .candidate)
        #expect(try StreamTarget("http://mirror.example.com/").official == nil)
    }

    @Test(arguments: ["daily", "mirror.example.com", "", "http://mirror/x"])
    func `refuses the rest`(_ text: String) {
        #expect(workflowError { try StreamTarget(text) }?.kind == .invalidInput)
    }
}
