import FoundationEssentials
import Testing
import Transport

@Suite struct HTTPResponseTests {
    @Test(arguments: [
        ("application/json", "application/json"),
        ("Application/JSON ; charset=utf-8", "application/json"), (nil, nil),
    ])
    func `tells the media type without parameters`(header: String?, expected: String?) {
        let response = HTTPResponse(
            status: 200, headers: header.map { [HTTPHeader("content-type", $0)] } ?? [],
            body: Data(), url: "http://h/")
        #expect(response.mediaType == expected)
    }

    @Test func `shows bytes that are no text as such`() {
        let response = HTTPResponse(
            status: 200, headers: [], body: Data([0x61, 0xff]), url: "http://h/")
        #expect(response.text == "a\u{FFFD}")
    }
}
