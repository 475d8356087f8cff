import Testing

@testable import Sandbox

@Suite struct SamplePublicationTests {
    private func publication(_ number: Int, _ line: StreamLine = .stable) -> SamplePublication {
        let configuration = SampleStreamConfiguration.small
        return SamplePublication(
            line: line, number: number, updated: 0, configuration: configuration,
            files: SampleFiles(configuration))
    }

    @Test func `holds what MAAS takes`() {
        let names = Set(publication(10).contents.flatMap(\.products).map(\.name))
        #expect(
            names == [
                "com.ubuntu.maas.stable:v3:boot:22.04:amd64:ga-22.04",
                "com.ubuntu.maas.stable:v3:boot:22.04:amd64:hwe-22.04",
                "com.ubuntu.maas.stable:v3:boot:24.04:amd64:ga-24.04",
                "com.ubuntu.maas.stable:v3:boot:24.04:amd64:hwe-24.04",
                "com.ubuntu.maas.stable:1:grub-efi-signed:uefi:amd64",
                "com.ubuntu.maas.stable:1:grub-efi:uefi:arm64",
                "com.ubuntu.maas.stable:1:grub-ieee1275:open-firmware:ppc64el",
                "com.ubuntu.maas.stable:1:pxelinux:pxe:i386",
                "com.ubuntu.maas.stable:centos-bases:7.0:amd64",
                "com.ubuntu.maas.stable:centos-bases:8:amd64",
            ])
    }

    @Test func `kernels share squashfs and manifest`() throws {
        let ubuntu = try #require(publication(10).contents.last).products
        let jammy = ubuntu.filter { $0.tags["release"] == "jammy" }.compactMap(\.versions.last)
        #expect(jammy.count == 2)
        for name in ["squashfs", "manifest"] {
            #expect(Set(jammy.flatMap(\.items).filter { $0.name == name }.map(\.path)).count == 1)
        }
        #expect(Set(jammy.flatMap(\.items).map(\.path)).count == 6)
    }

    @Test func `boot loaders have no release`() throws {
        let loaders = try #require(publication(10).contents.first).products
        #expect(loaders.allSatisfy { $0.tags["release"] == nil && $0.tags["os"] != nil })
    }

    @Test func `the next publication adds the newest and drops the oldest`() throws {
        let versions = [10, 11].map { number in
            publication(number).contents.last?.products.first?.versions.map(\.name) ?? []
        }
        #expect(versions[0].count == 2)
        #expect(versions[0].last == versions[1].first)
        #expect(versions[0] != versions[1])
    }

    @Test func `a path has the same bytes in both lines`() throws {
        let stable = publication(10).items
        let candidate = publication(10, .candidate).items
        #expect(stable.mapValues(\.sha256) == candidate.mapValues(\.sha256))
    }

    @Test func `switches leave products out`() {
        var configuration = SampleStreamConfiguration.small
        configuration.includeBootloaders = false
        configuration.includeCentOS = false
        let publication = SamplePublication(
            line: .stable, number: 10, updated: 0, configuration: configuration,
            files: SampleFiles(configuration))
        #expect(publication.contents.map(\.name) == [StreamServer.ubuntu])
    }
}
