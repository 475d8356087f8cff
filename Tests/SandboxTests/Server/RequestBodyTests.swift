import Testing

@testable import Sandbox

struct RequestBodyTests {
    @Test(
        arguments: [
            (nil, "a=1", RequestBody.fields(FormFields())),
            (
                "application/x-www-form-urlencoded; charset=utf-8", "a=1",
                .fields(.init(urlEncoded: "a=1"))
            ),
            ("application/json", "{\"a\": \"1\"}", .fields(.init(urlEncoded: "a=1"))),
            ("application/json", "[1]", .list), ("application/json", "{", .brokenJSON),
            ("text/plain", "a=1", .unreadable),
        ] as [(String?, String, RequestBody)])
    func `follows the content type`(type: String?, text: String, expected: RequestBody) {
        #expect(RequestBody(Array(text.utf8), contentType: type) == expected)
    }
}
