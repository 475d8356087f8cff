import Testing

@testable import Transport

@Suite struct MultipartFormTests {
    @Test func `writes fields, files and the end`() {
        let form = MultipartForm(
            fields: [FormField("url", "http://h/")],
            files: [.init(name: "keyring", filename: "k.gpg", content: [0, 255, 13])],
            boundary: "BB")
        let head =
            "--BB\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\nhttp://h/\r\n"
            + "--BB\r\nContent-Disposition: form-data; name=\"keyring\"; filename=\"k.gpg\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
        #expect(form.bytes == Array(head.utf8) + [0, 255, 13] + Array("\r\n--BB--\r\n".utf8))
    }

    @Test func `a name cannot end its own header`() {
        let form = MultipartForm(
            fields: [FormField("a\"; x=\"\r\nInjected: y", "v")], files: [], boundary: "BB")
        let text = String(decoding: form.bytes, as: UTF8.self)
        #expect(text.contains("name=\"a%22; x=%22%0D%0AInjected: y\"\r\n\r\nv"))
    }

    @Test func `makes a boundary of its own each time`() {
        let boundaries = (0..<100).map { _ in MultipartForm(fields: [], files: []).boundary }
        #expect(Set(boundaries).count == 100)
        #expect(boundaries.allSatisfy { $0.utf8.count <= 70 })
    }
}
