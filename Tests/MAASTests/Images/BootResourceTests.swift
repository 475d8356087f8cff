import TestSupport
import Testing
import Transport

@testable import MAAS

@Suite struct BootResourceTests {
    private static func resource(
        name: String = "ubuntu/noble", architecture: String = "amd64/ga-24.04", sets: String? = nil
    ) -> BootResource {
        let held = sets.map { #","sets":\#($0)"# } ?? ""
        return Samples.decode(
            #"{"id":1,"type":"Synced","name":"\#(name)","architecture":"\#(architecture)"\#(held)}"#
        )
    }

    private static func set(_ version: String, _ rest: String = #""complete":true"#) -> String {
        #""\#(version)":{"version":"\#(version)","label":"stable","size":200,\#(rest),"files":{}}"#
    }

    @Test func `a listing has no sets`() {
        #expect(Self.resource().sets == nil)
        #expect(Self.resource().newestSet == nil)
        #expect(Self.resource(sets: "{}").sets == [])
        #expect(Self.resource(sets: "null").sets == nil)
    }

    @Test func `the newest set comes first, however many builds a day has`() {
        let versions = ["20251113.9", "20251114", "20251113", "20251113.10"]
        let sets = "{\(versions.map { Self.set($0) }.joined(separator: ","))}"
        let resource = Self.resource(sets: sets)
        #expect(
            resource.sets?.map(\.version)
                == ["20251114", "20251113.10", "20251113.9", "20251113"])
        #expect(resource.newestSet?.version == "20251114")
    }

    @Test(arguments: [
        (#""complete":true"#, 200.0), (#""complete":false"#, 0),
        (#""complete":false,"progress":50"#, 100),
        (#""complete":false,"progress":12.5"#, 25), (#""complete":false,"progress":0"#, 0),
        (#""complete":false,"progress":0.0"#, 0), (#""complete":false,"progress":null"#, 0),
        (#""complete":false,"progress":-7"#, 0), (#""complete":false,"progress":1e300"#, 200),
        (#""complete":true,"progress":3"#, 200),
    ])
    func `counts what has arrived`(fields: String, expected: Double) throws {
        let set = try #require(Self.resource(sets: "{\(Self.set("1", fields))}").newestSet)
        #expect(set.arrivedBytes == expected)
    }

    @Test(arguments: [
        ("ubuntu/noble", "amd64/ga-24.04", "ubuntu", "noble", "amd64", "ga-24.04", false),
        (
            "grub-efi-signed/uefi", "amd64/generic", "grub-efi-signed", "uefi", "amd64", "generic",
            true
        ),
        ("pxelinux/pxe", "i386/generic", "pxelinux", "pxe", "i386", "generic", true),
        ("lab", "amd64/generic", "lab", "", "amd64", "generic", false),
        ("custom/a/b", "amd64", "custom", "a/b", "amd64", "", false),
    ])
    func `names`(
        name: String, architecture: String, os: String, release: String, arch: String,
        subarch: String, isBootloader: Bool
    ) {
        let resource = Self.resource(name: name, architecture: architecture)
        #expect([resource.os, resource.release] == [os, release])
        #expect([resource.arch, resource.subarch] == [arch, subarch])
        #expect(resource.isBootloader == isBootloader)
    }

    @Test func `deleting an unknown image is told as not found`() async throws {
        let text = "BootResource matching query does not exist."
        try await ScriptedExchange.run([
            ScriptedStep(.delete, "boot-resources/7/", .text(text, status: 500))
        ]) { exchange in
            let client = RegionClient(
                url: ScriptedExchange.region, signer: nil, exchange: exchange)
            let error = await #expect(throws: RegionError.self) {
                try await client.deleteBootResource(7)
            }
            #expect(error?.reason == .notFound(text: text))
            #expect(error?.operation == "remove image 7")
        }
    }

    @Test func `another failure to delete stays what it is`() async throws {
        try await ScriptedExchange.run([
            ScriptedStep(.delete, "boot-resources/7/", .text("disk is full", status: 500))
        ]) { exchange in
            let client = RegionClient(
                url: ScriptedExchange.region, signer: nil, exchange: exchange)
            let error = await #expect(throws: RegionError.self) {
                try await client.deleteBootResource(7)
            }
            #expect(error?.reason == .failed(status: 500, text: "disk is full"))
        }
    }
}
