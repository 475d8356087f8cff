import Testing

@testable import Sandbox

struct FormFieldsTests {
    @Test func `reads a form, keys may repeat`() {
        let form = FormFields(urlEncoded: "arches=arm64&arches=amd64&name=a+b%2B&empty=&bare")
        #expect(form.all("arches") == ["arm64", "amd64"])
        #expect(form["arches"] == "amd64")
        #expect(form["name"] == "a b+")
        #expect(form["empty"] == "")
        #expect(form["bare"] == "")
        #expect(form["none"] == nil)
        #expect(form.lastValues.map(\.name) == ["arches", "name", "empty", "bare"])
    }

    @Test func `reads JSON members as Python would print them`() {
        let form = FormFields(json: ["on": true, "n": 3, "list": ["a", "b"], "none": nil])
        #expect(form?["on"] == "True")
        #expect(form?["n"] == "3")
        #expect(form?.all("list") == ["a", "b"])
        #expect(form?["none"] == nil)
        #expect(FormFields(json: [1]) == nil)
    }
}

struct MultipartFormTests {
    @Test func `tells text from files`() throws {
        let body = [
            "--x", "Content-Disposition: form-data; name=\"url\"", "", "http://a/", "--x",
            "Content-Disposition: form-data; name=\"keyring_data\"; filename=\"k.gpg\"", "",
            "\u{1}\u{2}", "--x--", "",
        ].joined(separator: "\r\n")
        let form = MultipartForm.read(Array(body.utf8), boundary: "x")
        #expect(form["url"] == "http://a/")
        #expect(form["keyring_data"] == nil)
        #expect(form.files == ["keyring_data": [1, 2]])
    }

    @Test func `decodes parts in base64, as the official CLI sends them`() {
        let body = [
            "--==", "Content-Transfer-Encoding: base64",
            "Content-Disposition: form-data; name=\"value\"", "", "dm0=", "", "--==--", "",
        ].joined(separator: "\r\n")
        #expect(MultipartForm.read(Array(body.utf8), boundary: "==")["value"] == "vm")
    }

    @Test func `finds the boundary with or without quotes`() {
        #expect(MultipartForm.boundary(in: "multipart/form-data; boundary=\"=1==\"") == "=1==")
        #expect(MultipartForm.boundary(in: "multipart/form-data; boundary=abc") == "abc")
        #expect(MultipartForm.boundary(in: "multipart/form-data") == nil)
    }
}

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
