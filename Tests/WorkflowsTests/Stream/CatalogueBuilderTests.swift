import Foundation
import SimpleStreams
import Testing

@testable import Workflows

/// What MAAS 3.7 and 3.8 take of products files.
@Suite struct CatalogueBuilderTests {
    private struct Sample {
        let id: String
        let tags: [String: String]
        var versions = ["20260101"]
    }

    private func built(
        _ samples: [Sample], contentID: String = "com.ubuntu.maas:stable:v3:download"
    ) throws -> CatalogueBuilder {
        let item: [String: Any] = [
            "ftype": "squashfs", "path": "a/squashfs", "size": 1,
            "sha256": String(repeating: "0", count: 64),
        ]
        var products: [String: Any] = [:]
        for sample in samples {
            var product: [String: Any] = sample.tags
            product["versions"] = Dictionary(
                uniqueKeysWithValues: sample.versions.map { ($0, ["items": ["squashfs": item]]) })
            products[sample.id] = product
        }
        let json = try JSONSerialization.data(withJSONObject: [
            "format": "products:1.0", "content_id": contentID, "products": products,
        ])
        var builder = CatalogueBuilder()
        builder.add(try ProductsDocument(parsing: Array(json)))
        return builder
    }

    private func ubuntu(_ id: String, versions: [String] = ["20260101"]) -> Sample {
        Sample(
            id: id,
            tags: [
                "os": "ubuntu", "release": "noble", "release_title": "24.04 LTS", "arch": "amd64",
                "subarch": "ga-24.04", "label": "stable",
            ], versions: versions)
    }

    @Test func `takes the newest version of an image`() throws {
        let builder = try built([
            ubuntu(
                "com.ubuntu.maas.stable:v3:boot:24.04:amd64:ga-24.04",
                versions: ["20251231", "20260101.1", "20260101"])
        ])
        #expect(
            builder.offers == [
                StreamCatalogue.Offer(
                    os: "ubuntu", release: "noble", title: "24.04 LTS", arch: "amd64",
                    subarch: "ga-24.04", label: "stable", version: "20260101.1")
            ])
        #expect(builder.ignored.isEmpty)
    }

    @Test(arguments: [
        ("a:v2:b", true), ("a:v3:b", true), ("a:v4:b", false), ("a:v3+platform:b", false),
        ("a:b", false),
    ])
    func `takes Ubuntu's images of the generations it knows`(id: String, isTaken: Bool) throws {
        let builder = try built([ubuntu(id)])
        #expect(builder.offers.isEmpty != isTaken)
        #expect(builder.ignored == (isTaken ? [] : [id]))
    }

    @Test func `takes other systems whatever their ids are`() throws {
        let builder = try built([
            Sample(id: "centos-7", tags: ["os": "centos", "release": "centos70", "arch": "amd64"])
        ])
        #expect(builder.offers.map(\.subarch) == ["generic"])
        #expect(builder.offers.map(\.label) == [""])
    }

    @Test func `passes over what lacks a tag, a version or items`() throws {
        let builder = try built([
            Sample(id: "a:v3:b", tags: ["os": "ubuntu", "arch": "amd64"]),
            ubuntu("a:v3:c", versions: []),
        ])
        #expect(builder.offers.isEmpty && builder.ignored.isEmpty)
    }

    @Test(arguments: [
        ("a:1:pxelinux:pxe:i386", "pxelinux", "i386", Bootloader.pxelinux as Bootloader?),
        ("a:1:x", "grub-efi-signed", "amd64", .grubEFISigned),
        ("a:1:x", "grub-efi", "arm64", .grubEFI),
        ("a:1:x", "grub-ieee1275", "ppc64el", .grubIEEE1275),
        ("a:1:x", "grub-efi", "amd64", nil), ("a:1:x", "pxelinux", "amd64", nil),
        ("a:2:x", "pxelinux", "i386", nil), ("a:1x", "pxelinux", "i386", nil),
    ])
    func `takes exactly four boot loaders of the first generation`(
        id: String, os: String, arch: String, loader: Bootloader?
    ) throws {
        let builder = try built(
            [Sample(id: id, tags: ["os": os, "arch": arch, "bootloader-type": "x"])],
            contentID: "com.ubuntu.maas:stable:1:bootloader-download")
        #expect(builder.bootloaders == Set([loader].compactMap { $0 }))
        #expect(builder.ignored == (loader == nil ? [id] : []))
        #expect(builder.offers.isEmpty)
    }
}
