import Testing

@testable import Transport

@Suite struct RequestBodyTests {
    @Test func `a form is urlencoded`() {
        let body = RequestBody.form([FormField("a", "b c")])
        #expect(body.contentType == "application/x-www-form-urlencoded")
        #expect(body.bytes == Array("a=b%20c".utf8))
        #expect(body.textFields == [FormField("a", "b c")])
    }

    @Test func `a multipart body names its boundary and hides its files from the signature`() {
        let form = MultipartForm(
            fields: [FormField("a", "b")], files: [.init(name: "f", filename: "f", content: [1])],
            boundary: "BB")
        let body = RequestBody.multipart(form)
        #expect(body.contentType == "multipart/form-data; boundary=BB")
        #expect(body.textFields == [FormField("a", "b")])
        #expect(body.bytes == form.bytes)
    }
}
