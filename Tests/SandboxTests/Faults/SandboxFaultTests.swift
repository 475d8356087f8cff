import Testing

@testable import Sandbox

struct SandboxFaultTests {
    @Test func `every name reads, with a value where one is due`() throws {
        for fault in SandboxFault.all {
            let text = fault.value == nil ? fault.name : "\(fault.name)=7"
            #expect(throws: Never.self) { try SandboxFault(text) }
            #expect(!fault.summary.isEmpty)
        }
        #expect(Set(SandboxFault.all.map(\.name)).count == SandboxFault.all.count)
    }

    @Test(arguments: [
        ("slow=50", SandboxFault.slow(milliseconds: 50)),
        ("503-once", .unavailableOnce(retryAfter: 1)),
        ("503-always=9", .unavailable(retryAfter: 9)),
        ("clock-skew=-400", .clockSkew(seconds: -400)),
        ("reset", .reset),
    ])
    func `reads names and values`(text: String, fault: SandboxFault) throws {
        #expect(try SandboxFault(text) == fault)
    }

    @Test(arguments: ["nope", "slow", "slow=fast", "reset=1", ""])
    func `names what it cannot read, and what there is`(text: String) {
        let error = #expect(throws: SandboxFault.UnknownFault.self) { try SandboxFault(text) }
        #expect(error?.description.contains("'\(text)'") == true)
        #expect(error?.description.contains("stalled-import") == true)
    }
}
