import Testing

@testable import Sandbox

struct StreamProductsTests {
    private func images(
        _ products: String, _ flavour: MAASFlavour = .v3_7
    ) throws -> [Catalogue.Image] {
        let text = "{\"label\": \"stable\", \"products\": {\(products)}}"
        let document = try #require(JSONValue(parsing: Array(text.utf8)))
        return try StreamProducts(document: document, root: "http://a/b/", flavour: flavour)
            .images()
    }

    private static func ubuntu(_ id: String = "x:v3:boot", _ tags: String = "") -> String {
        """
        "\(id)": {"os": "ubuntu", "release": "noble", "arch": "amd64", "subarch": "ga-24.04",
          "subarches": "generic,ga-24.04", \(tags) "versions": {
            "20250101": {"items": {}},
            "20260101": {"items": {
              "squashfs": {"ftype": "squashfs", "sha256": "ab", "size": 9, "path": "p/q"},
              "odd": {"ftype": "squashfs", "sha256": "ab", "size": -1, "path": "p/r"},
              "manifest": {"ftype": "manifest", "sha256": "cd", "size": 1, "path": "m"}}}}}
        """
    }

    private static func bootloader(_ os: String, _ arch: String, _ id: String = "x:1:y") -> String {
        """
        "\(id):\(os)": {"os": "\(os)", "arch": "\(arch)", "bootloader-type": "uefi",
          "versions": {"1": {"items": {
            "g": {"ftype": "archive.tar.xz", "sha256": "ef", "size": 3, "path": "g/h.tar.xz"}}}}}
        """
    }

    @Test func `takes the newest version's files`() throws {
        let image = try #require(try images(Self.ubuntu()).first)
        #expect(image.version == "20260101")
        #expect(image.label == "stable")
        #expect(image.architecture == "amd64/ga-24.04")
        let file = Catalogue.File(
            name: "q", type: "squashfs", size: 9, sha256: "ab", url: "http://a/b/p/q")
        #expect(image.files == [file])
    }

    @Test(arguments: [
        ("x:v2:boot", 1), ("x:v3:boot", 1), ("x:centos-bases:8", 1), ("x:v1:boot", 0), ("x", 0),
    ])
    func `takes products of known formats`(id: String, count: Int) throws {
        #expect(try images(Self.ubuntu(id)).count == count)
    }

    @Test(arguments: [
        ("pxelinux", "i386", "x:1:y", 1), ("grub-efi-signed", "amd64", "x:1:y", 1),
        ("grub-efi", "arm64", "x:1:y", 1), ("grub-ieee1275", "ppc64el", "x:1:y", 1),
        ("grub-efi", "amd64", "x:1:y", 0), ("uboot", "arm64", "x:1:y", 0),
        ("pxelinux", "i386", "x:2:y", 0),
    ])
    func `takes exactly four boot loaders`(os: String, arch: String, id: String, count: Int) throws
    {
        let found = try images(Self.bootloader(os, arch, id))
        #expect(found.count == count)
        #expect(found.allSatisfy { $0.isBootloader && $0.files.map(\.name) == ["h.tar.xz"] })
    }

    @Test(arguments: [("3.7", 1), ("3.7.3", 1), ("3.7.4", 0), ("3.8.0", 0), ("4", 0), ("2.9", 1)])
    func `leaves out what a newer region is needed for`(wanted: String, count: Int) throws {
        let product = Self.ubuntu("x:v3:boot", "\"maas_supported\": \"\(wanted)\",")
        #expect(try images(product).count == count)
    }

    @Test func `3.8 refuses a mixture, older ones do not`() throws {
        let mixture = Self.ubuntu() + "," + Self.bootloader("pxelinux", "i386")
        #expect(try images(mixture).count == 2)
        #expect(throws: CatalogueFailure.self) { try images(mixture, .v3_8) }
    }
}
