import MAAS
import Sandbox
import Testing
import Transport
import Workflows

@Suite struct RegionStatusTests {
    @Test(arguments: MAASFlavour.allCases)
    func `shows a fresh region`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            let status = try await RegionStatus.read(lab.session)
            #expect(status.sources.map(\.source.id) == [1])
            #expect(status.sources[0].selections.map(\.release) == ["noble"])
            #expect(!status.importing)
            #expect(status.autoImport)
            #expect(status.missing.isEmpty)
            #expect(status.images.filter { !$0.isBootloader }.map(\.name) == ["ubuntu/noble"])
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `names what is selected and not there, of enabled sources only`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Lab.run(flavour) { lab in
            await lab.sandbox.region { state in
                state.sources.append(
                    Sandbox.BootSource(
                        id: 2, url: "http://mirror.example.com/x", name: "x", priority: 9,
                        enabled: false))
                for (id, release) in [(1, "jammy"), (2, "focal")] {
                    state.selections.append(
                        Sandbox.BootSourceSelection(
                            id: id + 10, sourceID: id, os: "ubuntu", release: release,
                            arches: ["amd64"]))
                }
                state.resources.append(
                    Sandbox.BootResource(
                        id: 77, type: "Uploaded", name: "custom/own", architecture: "amd64/generic")
                )
            }
            let status = try await RegionStatus.read(lab.session)
            let missing =
                flavour < .v3_8
                ? ["ubuntu/jammy:amd64", "ubuntu/focal:amd64"] : ["ubuntu/jammy:amd64"]
            #expect(status.missing.map(\.name) == missing)
            #expect(!status.images.contains { $0.name == "custom/own" })
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `asks for each thing once`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            let requests = try await lab.requests { _ = try await RegionStatus.read(lab.session) }
            let images = await lab.sandbox.region { $0.resources.count }
            #expect(Set(requests).count == requests.count)
            // Sources, one source's selections, a setting, is_importing, notices, the images' list.
            #expect(requests.count == 6 + images)
        }
    }

    @Test func `asks for many things at once`() async throws {
        try await Lab.run(.v3_7) { lab in
            await lab.sandbox.region { state in
                for id in 100..<120 {
                    var more = state.resources[0]
                    more.id = id
                    more.name = "ubuntu/r\(id)"
                    state.resources.append(more)
                }
            }
            // Long enough that answers overlap; how long does not matter.
            await lab.sandbox.inject(.slow(milliseconds: 50))
            let gauge = GaugedExchange(HTTPClient(retry: .never))
            let key = try Transport.APIKey(parsing: lab.sandbox.adminAPIKey)
            let client = RegionClient(
                url: lab.sandbox.url, signer: OAuthSigner(key: key, method: .hmacSHA1),
                exchange: gauge)
            let status = try await RegionStatus.read(
                RegionSession(client: client, version: lab.session.version))
            #expect(status.images.count == 25)
            #expect(gauge.most >= 12)
            #expect(gauge.most <= 16)
        }
    }
}
