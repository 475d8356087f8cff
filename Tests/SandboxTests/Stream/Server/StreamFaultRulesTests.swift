import Testing

@testable import Sandbox

@Suite struct StreamFaultRulesTests {
    @Test(arguments: [
        ("*", "/any/thing", true), ("*/index.sjson", "/a/b/index.sjson", true),
        ("*/index.sjson", "/a/b/index.json", false), ("/a/*", "/a/b/c", true),
        ("/a", "/a/b", false), ("*squashfs", "/x/squashfs.manifest", false),
    ])
    func `patterns are for the whole path`(pattern: String, path: String, matches: Bool) {
        #expect(StreamFaultRules.matches(pattern, path) == matches)
    }

    @Test func `a fault happens so many times`() throws {
        let rules = StreamFaultRules()
        try rules.add(.chunked, on: "*", times: 2, publications: [:])
        #expect((0..<3).map { _ in rules.take(path: "/", document: nil).count } == [1, 1, 0])
    }

    @Test func `only documents use up the times of their faults`() throws {
        let rules = StreamFaultRules()
        try rules.add(.tampered, on: "*", times: 1, publications: [:])
        #expect(rules.take(path: "/squashfs", document: nil).isEmpty)
        let index = StreamDocumentName(name: "index", form: .signed)
        #expect(rules.take(path: "/", document: index).map(\.fault) == [.tampered])
    }

    @Test(
        arguments: [
            .status(99), .slow(bytesPerSecond: 0), .stall(after: -1), .flippedByte(at: -1),
            .longer(by: 0), .contentLengthTooLong(by: 0), .deep(levels: 0),
        ] as [StreamFault])
    func `numbers that mean nothing are refused`(fault: StreamFault) {
        #expect(throws: InvalidStreamFault.number(fault)) {
            try StreamFaultRules().add(fault, on: "*", times: nil, publications: [:])
        }
    }

    @Test func `no times is refused`() {
        #expect(throws: InvalidStreamFault.times(0)) {
            try StreamFaultRules().add(.chunked, on: "*", times: 0, publications: [:])
        }
    }
}
