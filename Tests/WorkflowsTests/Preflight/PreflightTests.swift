import MAAS
import SimpleStreams
import Testing
@testable import Workflows

@Suite struct PreflightTests {
    struct Case: Sendable {
        let name: String
        var offers = [PreflightSamples.offer("noble")]
        var loaders: Set<Bootloader> = [.pxelinux, .grubEFISigned, .grubEFI]
        var selected: [(release: String, arches: [String])] = [("noble", ["amd64"])]
        var commissioning: String?
        var problems: [String] = []
    }

    static let cases = [
        Case(name: "all is there"),
        Case(
            name: "a selected release is missing", selected: [("jammy", ["amd64"])],
            problems: ["it does not offer ubuntu/jammy, which is selected"]),
        Case(
            name: "an architecture is missing", selected: [("noble", ["amd64", "arm64"])],
            problems: ["it does not offer ubuntu/noble for arm64"]),
        Case(
            name: "all architectures are missing", selected: [("noble", ["arm64"])],
            problems: ["it does not offer ubuntu/noble, which is selected"]),
        Case(name: "any architecture will do", selected: [("noble", ["*"])]),
        Case(
            name: "the commissioning release is missing", commissioning: "jammy",
            problems: ["machines commission with ubuntu/jammy, which is not offered"]),
        Case(name: "the commissioning release is there", commissioning: "noble"),
        Case(
            name: "a boot loader is missing", loaders: [.pxelinux],
            problems: [
                "it lacks the boot loader grub-efi-signed/amd64, without which machines do not start"
            ]),
        Case(
            name: "all boot loaders are missing", loaders: [],
            problems: [
                "it lacks the boot loaders pxelinux/i386, grub-efi-signed/amd64, without which "
                    + "machines do not start"
            ]),
        Case(
            name: "other boot loaders do not matter", loaders: [.pxelinux, .grubEFISigned]),
        Case(
            name: "nothing is selected, so nothing is missing", offers: [], loaders: [],
            selected: []),
        Case(
            name: "everything is missing", offers: [], loaders: [], commissioning: "noble",
            problems: [
                "it does not offer ubuntu/noble, which is selected",
                "machines commission with ubuntu/noble, which is not offered",
                "it lacks the boot loaders pxelinux/i386, grub-efi-signed/amd64, without which "
                    + "machines do not start",
            ]),
    ]

    @Test(arguments: cases)
    func `names what is missing`(example: Case) throws {
        let needs = PreflightNeeds(
            selections: try example.selected.map {
                try PreflightSamples.selection($0.release, $0.arches)
            }, commissioning: example.commissioning)
        let catalogue = PreflightSamples.catalogue(example.offers, bootloaders: example.loaders)
        #expect(Preflight.problems(catalogue, needs) == example.problems, "\(example.name)")
    }

    @Test func `warns of a default release that is selected and not offered`() throws {
        let selections = [try PreflightSamples.selection("jammy")]
        let catalogue = PreflightSamples.catalogue([PreflightSamples.offer("noble")])
        func warnings(_ deployment: [String]) -> [String] {
            Preflight.warnings(
                catalogue, PreflightNeeds(selections: selections, deployment: deployment))
        }
        #expect(
            warnings(["ubuntu", "jammy"]) == [
                "machines are deployed with ubuntu/jammy by default, which is not offered"
            ])
        #expect(warnings(["ubuntu", "noble"]).isEmpty)
        #expect(warnings(["ubuntu", "focal"]).isEmpty)
        #expect(warnings([]).isEmpty)
        #expect(warnings(["ubuntu"]).isEmpty)
    }
}
