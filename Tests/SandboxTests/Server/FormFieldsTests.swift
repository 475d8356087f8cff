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
