import Testing
import Workflows

@Suite struct VerdictErrorTests {
    private static let all: [(Verdict.Failure, WorkflowError.Kind, String)] = [
        (.noticed([notice("Image importer", "no &lt;route&gt;")]), .failed, "the import failed"),
        (.endedWithout([noble], said: ["gone\u{1b}[31m"]), .failed, "without ubuntu/noble:amd64"),
        (.endedWithout([noble], said: []), .failed, "without ubuntu/noble:amd64"),
        (.notOffered([noble]), .failed, "does not offer ubuntu/noble:amd64"),
        (.neverReachedSource([mirror]), .failed, mirror),
        (.stalled([noble]), .stalled, "still missing: ubuntu/noble:amd64"),
        (.stalled([]), .stalled, "has not ended"),
        (.late([noble]), .deadline, "after 90 s"), (.late([]), .deadline, "has not ended"),
    ]

    @Test(arguments: all.indices)
    func `says what happened and what to do next`(_ index: Int) {
        let (failure, kind, words) = Self.all[index]
        let error = failure.error(after: .seconds(90))
        #expect(error.kind == kind)
        #expect(error.message.contains(words), "\(error.message)")
        #expect(error.hint?.contains("maas-boot ") == true)
    }

    @Test func `a deadline says whether an import goes on`() {
        let runs = Verdict.Failure.late([noble]).error(after: .zero)
        #expect(runs.hint?.contains("the import goes on") == true)
        let idle = Verdict.Failure.late([noble], isIdle: true).error(after: .zero)
        #expect(idle.hint?.contains("maas-boot import start --wait") == true)
    }

    @Test func `the region's words are its own and harmless`() {
        let noticed = Self.all[0].0.error(after: .zero)
        #expect(noticed.regionText == "no <route>")
        #expect(Self.all[1].0.error(after: .zero).regionText == "gone")
        #expect(Self.all[2].0.error(after: .zero).regionText == nil)
    }
}
