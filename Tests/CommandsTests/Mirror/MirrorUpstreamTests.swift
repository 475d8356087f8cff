import SimpleStreams
import Testing
import Workflows

@testable import Commands

@Suite struct MirrorUpstreamTests {
    @Test(
        arguments: [
            (
                "stable", nil, "https://images.maas.io/ephemeral-v3/stable/",
                "streams/v1/index.sjson"
            ),
            (
                "Candidate", nil, "https://images.maas.io/ephemeral-v3/candidate/",
                "streams/v1/index.sjson"
            ),
            ("http://h/m", nil, "http://h/m/", "streams/v1/index.sjson"),
            ("http://h/m/", "streams/v1/index.json", "http://h/m/", "streams/v1/index.json"),
            ("http://h/m", "streams/v1/x.sjson", "http://h/m/", "streams/v1/x.sjson"),
            ("http://h/m/streams/v1/index.json", nil, "http://h/m/", "streams/v1/index.json"),
        ] as [(String, String?, String, String)])
    func `reads a stream as people name it`(
        text: String, path: String?, base: String, index: String
    ) throws {
        let address = try MirrorUpstream(text, path: path).address
        #expect(address.base == base)
        #expect(address.indexPath.text == index)
    }

    @Test(arguments: ["", "stabel", "ftp://h/m", "h/m", "/srv/images", "file:///srv"])
    func `refuses what is none`(text: String) {
        #expect(throws: Failure.self) { try MirrorUpstream(text, path: nil) }
    }
}
