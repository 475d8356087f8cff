import FlyingFox
import FlyingSocks
import Foundation
import Glibc
import Testing

@testable import Sandbox

struct StreamCataloguesTests {
    private static let index = """
        {"index": {"a": {"path": "streams/v1/images.sjson"}}, "format": "index:1.0"}
        """

    private static let products = """
        {"label": "stable", "products": {
          "com.ubuntu.maas.stable:v3:boot:24.04:amd64:ga-24.04": {
            "os": "ubuntu", "release": "noble", "arch": "amd64", "subarch": "ga-24.04",
            "subarches": "generic,ga-24.04", "versions": {
              "20250101": {"items": {}},
              "20260101": {"items": {
                "squashfs": {"ftype": "squashfs", "sha256": "ab", "size": 9, "path": "p"},
                "manifest": {"ftype": "manifest", "sha256": "cd", "size": 1, "path": "m"}}}}},
          "com.ubuntu.maas.stable:1:grub-efi-signed:uefi:amd64": {
            "os": "grub-efi-signed", "arch": "amd64", "bootloader-type": "uefi", "versions": {
              "1": {"items": {
                "g": {"ftype": "archive.tar.xz", "sha256": "ef", "size": 3, "path": "g"}}}}},
          "com.example:odd": {"os": "x", "versions": {"1": {"items": {}}}}}}
        """

    private static func signed(_ text: String) -> String {
        """
        -----BEGIN PGP SIGNED MESSAGE-----
        Hash: SHA512

        \(text)
        -----BEGIN PGP SIGNATURE-----

        iQ==
        -----END PGP SIGNATURE-----
        """
    }

    @Test func `reads a signed stream from loopback`() async throws {
        let server = HTTPServer(
            config: .init(
                address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0), logger: .disabled))
        for (path, text) in [("index", Self.index), ("images", Self.products)] {
            let body = Data(Self.signed(text).utf8)
            await server.appendRoute(HTTPRoute("GET /m/streams/v1/\(path).sjson")) { _ in
                HTTPResponse(statusCode: .ok, body: body)
            }
        }
        let task = Task { try await server.run() }
        try await server.waitUntilListening(timeout: 60)
        guard case .ip4(_, let port)? = await server.listeningAddress else { return }
        let source = BootSource(id: 1, url: "http://127.0.0.1:\(port)/m/")
        let result = await StreamCatalogues().fetch(FetchOrder(source, flavour: .v3_7))
        let missing = BootSource(id: 1, url: "http://127.0.0.1:\(port)/none/")
        let failure = await StreamCatalogues().fetch(FetchOrder(missing, flavour: .v3_7))
        await server.stop()
        _ = await task.result

        let images = try result.get().images
        #expect(images.map(\.resourceName).sorted() == ["grub-efi-signed/uefi", "ubuntu/noble"])
        let noble = try #require(images.first { $0.os == "ubuntu" })
        #expect(noble.version == "20260101")
        #expect(noble.label == "stable")
        #expect(noble.files.map(\.name) == ["squashfs"])
        let reason = "Unable to open \(missing.url)streams/v1/index.sjson. mirrors=[]"
        #expect(failure == .failure(CatalogueFailure(reason: reason)))
    }

    @Test func `contacts nobody beyond loopback`() async {
        let source = BootSource(id: 1, url: "http://192.0.2.1:81/x/")
        let result = await StreamCatalogues().fetch(FetchOrder(source, flavour: .v3_7))
        guard case .failure(let failure) = result else {
            Issue.record("an answer from 192.0.2.1")
            return
        }
        #expect(failure.reason.contains("Connection refused"))
    }

    @Test(arguments: [
        ("http://a/b", "http://a/b/", "http://a/b/streams/v1/index.sjson"),
        ("http://a/b/", "http://a/b/", "http://a/b/streams/v1/index.sjson"),
        ("http://a/b/streams/v1/x.json", "http://a/b/", "http://a/b/streams/v1/x.json"),
    ])
    func `finds the index`(url: String, root: String, index: String) {
        let location = StreamLocation(url)
        #expect(location.root == root)
        #expect(location.index == index)
    }
}
