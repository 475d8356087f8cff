import Testing
import Transport

@Suite struct TransportErrorTests {
    @Test func `says what went wrong where, and what libcurl said`() {
        let error = TransportError(.timeout, detail: "too slow", url: "http://h/a")
        #expect(error.description == "http://h/a: no answer in time (too slow)")
        let bare = TransportError(.cancelled, detail: "", url: "http://h/a")
        #expect(bare.description == "http://h/a: cancelled")
    }

    @Test func `never repeats what an address may hide`() {
        let error = TransportError(.tls, detail: "", url: "https://me:hush@h/a?key=hush")
        #expect(error.url == "https://h/a")
        #expect(!"\(error)".contains("hush"))
    }
}
