import Testing

@testable import ObjectStore

@Suite struct ProcessMarkTests {
    private func mark(
        pid: Int32 = 7, started: String = "100", boot: String = "B", table: String = "T"
    ) -> ProcessMark {
        ProcessMark(host: "h", pid: pid, started: started, boot: boot, table: table)
    }

    @Test(arguments: [
        // The process runs; it ended; its number is another's now.
        ("B", "T", "100", "100", false), ("B", "T", "100", nil, true), ("B", "T", "100", "9", true),
        // Another machine, another container, or not known which.
        ("C", "T", "100", nil, false), ("B", "U", "100", nil, false), ("", "T", "100", nil, false),
        ("B", "T", "", nil, false),
    ])
    func `only a process of this system is known to be gone`(
        boot: String, table: String, started: String, now: String?, isGone: Bool
    ) {
        let other = mark(started: started, boot: boot, table: table)
        #expect(other.isGone(seenBy: mark(pid: 1)) { _ in now } == isGone)
    }

    @Test func `this process is there`() {
        #expect(!ProcessMark.current.isGone())
        #expect(!ProcessMark.current.boot.isEmpty && !ProcessMark.current.started.isEmpty)
    }
}
