import MAAS
import Testing

@testable import Workflows

@Suite struct SelectionOfferTests {
    private static let catalogue = PreflightSamples.catalogue([
        PreflightSamples.offer("noble"), PreflightSamples.offer("noble", "arm64"),
        PreflightSamples.offer("jammy"),
    ])

    struct Case: Sendable {
        var os = "ubuntu"
        let release: String
        var arches = ["amd64"]
        var message: String?
        var hint: String?
    }

    @Test(arguments: [
        Case(release: "noble"),
        Case(release: "noble", arches: ["amd64", "arm64"]),
        Case(release: "noble", arches: ["*"]),
        Case(
            release: "nobel", message: "offers no ubuntu/nobel",
            hint: "did you mean ubuntu/noble? it offers ubuntu/jammy, ubuntu/noble"),
        Case(
            release: "warty", message: "offers no ubuntu/warty",
            hint: "it offers ubuntu/jammy, ubuntu/noble"),
        Case(
            os: "centos", release: "noble", message: "offers no centos/noble",
            hint: "it offers ubuntu/jammy, ubuntu/noble"),
        Case(
            release: "noble", arches: ["amd64", "s390x"],
            message: "offers no ubuntu/noble for s390x", hint: "it offers it for amd64, arm64"),
    ])
    func `refuses what the stream does not have, and nothing else`(_ row: Case) {
        let values = SelectionValues(os: row.os, release: row.release, arches: row.arches)
        let refusal = SelectionOffer.refusal(of: values, by: Self.catalogue)
        #expect(refusal?.message == row.message.map { "\(PreflightSamples.address) \($0)" })
        #expect(refusal?.hint == row.hint)
        #expect(refusal == nil || refusal?.kind == .notFound)
    }
}
