import Testing

@testable import Sandbox

@Suite struct StreamDocumentNameTests {
    @Test(
        arguments: [
            ("streams/v1/index.sjson", "index", .signed),
            ("streams/v1/index.json", "index", .plain),
            (
                "streams/v1/com.ubuntu.maas:stable:v3:download.json.gpg", StreamServer.ubuntu,
                .signature
            ),
        ] as [(String, String, StreamDocumentName.Form)])
    func `tells a document's three forms`(
        path: String, name: String, form: StreamDocumentName.Form
    ) {
        let document = StreamDocumentName(path: path)
        #expect(document == StreamDocumentName(name: name, form: form))
        #expect(document?.path == path)
    }

    @Test(arguments: ["streams/v1/", "streams/v1/index.gpg", "index.sjson", "noble/squashfs"])
    func `other paths are no documents`(path: String) {
        #expect(StreamDocumentName(path: path) == nil)
    }
}
