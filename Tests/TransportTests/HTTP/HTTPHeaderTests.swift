import Testing
import Transport

@Suite struct HTTPHeaderTests {
    @Test func `finds the last value whatever the case`() {
        let headers = [HTTPHeader("X-A", "1"), HTTPHeader("x-a", "2"), HTTPHeader("X-B", "3")]
        #expect(headers.value(of: "X-a") == "2")
        #expect(headers.value(of: "X-C") == nil)
    }
}
