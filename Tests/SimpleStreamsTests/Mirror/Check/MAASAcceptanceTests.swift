import Testing

@testable import SimpleStreams

@Suite struct MAASAcceptanceTests {
    private func document(_ products: [(name: String, tags: String)]) throws -> ProductsDocument {
        let texts = products.enumerated().map { number, product in
            """
            "\(product.name)": {\(product.tags), "versions": {"1": {"items": {"i":
             {"path": "f/\(number)", "size": 1, "sha256": "\(String(repeating: "a", count: 64))"}}}}}
            """
        }
        return try ProductsDocument(
            parsing: Array(
                """
                {"format": "products:1.0", "content_id": "x",
                 "products": {\(texts.joined(separator: ","))}}
                """.utf8))
    }

    private static let ubuntu = #""os": "ubuntu", "arch": "amd64""#
    private static func loader(_ os: String, _ arch: String) -> String {
        #""os": "\#(os)", "arch": "\#(arch)", "bootloader-type": "uefi""#
    }

    private func judge(
        _ products: [(String, String)], server: String? = nil
    ) throws -> [MAASAcceptance.Finding] {
        MAASAcceptance.judge([try document(products)], server: server) { _ in true }
    }

    @Test func `images, and the boot loaders their machines need, pass`() throws {
        let whole = [
            ("a:v3:b", Self.ubuntu), ("a:1:p", Self.loader("pxelinux", "i386")),
            ("a:1:g", Self.loader("grub-efi-signed", "amd64")),
            ("centos", #""os": "centos", "arch": "amd64""#),
        ]
        #expect(try judge(whole).isEmpty)
    }

    @Test func `what a region passes over is named with its product`() throws {
        #expect(
            try judge([("custom", Self.ubuntu)]) == [.imageName(product: "custom")])
        #expect(
            try judge([("a:2:g", Self.loader("grub-efi", "arm64"))])
                == [.bootloaderName(product: "a:2:g")])
        #expect(
            try judge([("a:1:g", Self.loader("grub-efi", "riscv64"))])
                == [.unknownBootloader(product: "a:1:g", os: "grub-efi", arch: "riscv64")])
    }

    @Test func `a product for newer regions is passed over by an older one`() throws {
        let product = [("a:v3:b", #""os": "ubuntu", "arch": "s390x", "maas_supported": "3.10""#)]
        #expect(
            try judge(product, server: "3.9.2") == [.newerMAAS(product: "a:v3:b", needed: "3.10")])
        #expect(try judge(product, server: "3.10.0").isEmpty)
        #expect(try judge(product, server: nil).isEmpty)
    }

    @Test func `each architecture needs its boot loaders`() throws {
        let arm = #""os": "ubuntu", "arch": "arm64""#
        #expect(
            try judge([("a:v3:b", Self.ubuntu), ("b:v3:c", arm)]) == [
                .missingBootloader(arch: "amd64", os: "pxelinux", loaderArch: "i386"),
                .missingBootloader(arch: "amd64", os: "grub-efi-signed", loaderArch: "amd64"),
                .missingBootloader(arch: "arm64", os: "grub-efi", loaderArch: "arm64"),
            ])
    }

    @Test func `products the mirror does not hold are not judged`() throws {
        let document = try document([("custom", Self.ubuntu)])
        #expect(MAASAcceptance.judge([document], server: nil) { _ in false }.isEmpty)
    }
}
