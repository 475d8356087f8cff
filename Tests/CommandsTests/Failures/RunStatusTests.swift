import Commands
import Testing

@Suite struct RunStatusTests {
    @Test(arguments: [
        (RunStatus.done, 0), (.failed, 1), (.differences, 2), (.notPermitted, 4), (.temporary, 5),
        (.verificationFailed, 6), (.notFound, 7), (.deadlinePassed, 8), (.partlyFailed, 9),
        (.usage, 64), (.signal(2), 130), (.signal(13), 141), (.signal(15), 143),
    ])
    func `has the number that scripts rely on`(status: RunStatus, number: Int) {
        #expect(Int(status.number) == number)
    }

    @Test(arguments: [
        (FailureKind.failed, "failed", 1), (.notAuthenticated, "not_authenticated", 4),
        (.notPermitted, "not_permitted", 4), (.temporary, "temporary", 5),
        (.verificationFailed, "verification_failed", 6), (.notFound, "not_found", 7),
        (.deadlinePassed, "deadline_passed", 8), (.partlyFailed, "partly_failed", 9),
        (.usage, "usage", 64), (.interrupted, "interrupted", 130),
        (.terminated, "terminated", 143), (.outputClosed, "output_closed", 141),
    ])
    func `follows from the kind of failure`(kind: FailureKind, code: String, number: Int) {
        #expect(kind.code == code)
        #expect(kind.exitStatus.number == Int32(number))
    }

    @Test func `covers every kind in the table above`() {
        #expect(FailureKind.allCases.count == 12)
        #expect(Set(FailureKind.allCases.map(\.code)).count == 12)
    }
}
