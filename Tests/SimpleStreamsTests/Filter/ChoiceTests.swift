import SimpleStreams
import Testing

@Suite struct ChoiceTests {
    private static func taken(_ choice: Choice) throws -> (
        images: Set<String>, loaders: Set<String>
    ) {
        let documents = try SampleStream.documents()
        let set = FilterSet(filters: [], choice: choice)
        let names = documents.map { Set(set.select($0).products.map(\.product.name)) }
        func strip(_ names: Set<String>, _ prefix: String) -> Set<String> {
            Set(names.map { String($0.replacing(prefix, with: "")) })
        }
        return (
            strip(names[0], "com.ubuntu.maas.stable:v3:boot:"),
            strip(names[1], "com.ubuntu.maas.stable:1:")
        )
    }

    @Test(arguments: ["noble", "24.04", "ubuntu/noble", "ubuntu/24.04"])
    func `a release has several names`(name: String) throws {
        let taken = try Self.taken(Choice(releases: [name], arches: ["s390x"]))
        #expect(
            taken.images == [
                "24.04:s390x:ga-24.04", "24.04:s390x:hwe-24.04", "24.04:s390x:hwe-24.04-edge",
            ])
        #expect(taken.loaders.isEmpty)
    }

    @Test(arguments: ["centos/noble", "Noble", "24", "nobl", ""])
    func `another name is another release`(name: String) throws {
        #expect(try Self.taken(Choice(releases: [name])).images.isEmpty)
    }

    @Test(arguments: [
        (["amd64"], ["pxelinux:pxe:i386", "grub-efi-signed:uefi:amd64"]),
        (["i386"], ["pxelinux:pxe:i386", "grub-efi-signed:uefi:amd64"]),
        (["arm64"], ["grub-efi:uefi:arm64"]),
        (["ppc64el"], ["grub-ieee1275:open-firmware:ppc64el"]),
        (["s390x"], []),
        (
            [],
            [
                "pxelinux:pxe:i386", "grub-efi-signed:uefi:amd64", "grub-efi:uefi:arm64",
                "grub-ieee1275:open-firmware:ppc64el",
            ]
        ),
    ])
    func `boot loaders come along for the arches`(arches: [String], loaders: [String]) throws {
        let choice = Choice(os: ["ubuntu"], releases: ["noble"], arches: arches)
        #expect(try Self.taken(choice).loaders == Set(loaders))
    }

    @Test func `sub-architectures and labels restrict`() throws {
        let choice = Choice(releases: ["noble"], arches: ["amd64"], subarches: ["ga-24.04"])
        #expect(try Self.taken(choice).images == ["24.04:amd64:ga-24.04"])
        #expect(try Self.taken(Choice(subarches: ["generic"])).images.count == 48)
        #expect(try Self.taken(Choice(labels: ["candidate"])).loaders.isEmpty)
    }

    @Test func `a name nothing has is reported though others are found`() throws {
        let documents = try SampleStream.documents()
        let set = FilterSet(
            filters: [], choice: Choice(releases: ["noble", "nobel"], arches: ["amd64"]))
        #expect(set.explainNoMatch(in: documents) == nil)
        let unmet = set.unmetChoices(in: documents)
        #expect(unmet.map(\.condition) == ["release nobel"])
        #expect(unmet[0].nearest.first == "noble")
    }
}
