import Commands
import SimpleStreams
import Testing

@Suite struct MirrorErrorFailureTests {
    @Test(arguments: [
        (StoreError.Kind.held, 5), (.unavailable, 5), (.unauthenticated, 4), (.forbidden, 4),
        (.missing, 7), (.full, 1), (.planted, 1), (.denied, 1), (.damaged, 1), (.failed, 1),
    ])
    func `a store's failure has the status of its kind`(kind: StoreError.Kind, status: Int) {
        let failure = MirrorError.store(StoreError(kind, "it broke", hint: "mend it")).failure
        #expect(Int(failure.kind.exitStatus.number) == status)
        #expect(failure.message == "it broke" && failure.hint == "mend it")
    }
}
