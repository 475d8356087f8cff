import MAAS
import Testing
import Workflows

@Suite struct SelectionPlanTests {
    private let held = [
        selection("noble", ["amd64"], id: 1), selection("jammy", ["*"], id: 2),
        selection("noble", ["amd64"], os: "custom", id: 3),
    ]

    private func ensuring(_ release: String, _ arches: [String]) -> SelectionPlan {
        SelectionPlan(
            ensuring: SelectionRequest(os: "ubuntu", release: release, arches: arches), in: held)
    }

    @Test func `what is selected already stays`() {
        #expect(ensuring("noble", ["amd64"]) == .nothing(held[0]))
        #expect(ensuring("jammy", ["amd64", "arm64"]) == .nothing(held[1]))
        #expect(ensuring("jammy", ["*"]) == .nothing(held[1]))
    }

    @Test func `a selection whose lists match nothing is mended`() {
        let void: BootSourceSelection = decoded(
            """
            {"id": 1, "boot_source_id": 1, "os": "ubuntu", "release": "noble",
             "arches": ["amd64"], "subarches": [], "labels": []}
            """)
        let plan = SelectionPlan(
            ensuring: SelectionRequest(os: "ubuntu", release: "noble", arches: ["amd64"]),
            in: [void])
        #expect(
            plan
                == .update(
                    void,
                    SelectionValues(
                        os: "ubuntu", release: "noble", arches: ["amd64"], subarches: ["*"],
                        labels: ["*"])))
    }

    @Test func `architectures are united`() {
        #expect(
            ensuring("noble", ["arm64", "amd64"])
                == .update(
                    held[0],
                    SelectionValues(os: "ubuntu", release: "noble", arches: ["amd64", "arm64"])))
        #expect(
            ensuring("noble", ["*"])
                == .update(
                    held[0], SelectionValues(os: "ubuntu", release: "noble", arches: ["*"])))
    }

    @Test func `a release that is not selected is created whole`() {
        #expect(
            ensuring("resolute", ["amd64"])
                == .create(
                    SelectionValues(
                        os: "ubuntu", release: "resolute", arches: ["amd64"], subarches: ["*"],
                        labels: ["*"])))
    }

    // MARK: Taking out

    private func removing(
        _ release: String, _ arches: [String], _ version: RegionVersion = Versions.v3_7
    ) throws -> SelectionRemoval {
        try SelectionRemoval(
            removing: (os: "ubuntu", release: release, arches: arches),
            from: held + [selection("focal", ["amd64", "arm64"], id: 4)], version: version)
    }

    @Test func `whole selections and last architectures are deleted`() throws {
        #expect(try removing("noble", []) == .delete(held[0]))
        #expect(try removing("noble", ["amd64"]) == .delete(held[0]))
        #expect(try removing("jammy", []) == .delete(held[1]))
    }

    @Test(arguments: Versions.all)
    func `an architecture is taken out in place, and on 3.8 by making it anew`(
        _ version: RegionVersion
    ) throws {
        let removal = try removing("focal", ["arm64"], version)
        guard case .reduce(_, let values, let byReplacing) = removal else {
            Issue.record("\(removal)")
            return
        }
        #expect(values.arches == ["amd64"])
        #expect(byReplacing == version.hasSourcePriorities)
    }

    @Test func `what is not there needs nothing`() throws {
        #expect(try !removing("resolute", []).changesAnything)
        #expect(try !removing("noble", ["arm64"]).changesAnything)
    }

    @Test func `one architecture cannot be taken out of all`() {
        #expect(workflowError { try removing("jammy", ["amd64"]) }?.kind == .refused)
    }
}
