import Testing

@testable import Sandbox

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
