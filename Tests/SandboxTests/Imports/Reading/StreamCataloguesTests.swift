import FlyingFox
import FlyingSocks
import Foundation
import Testing

@testable import Sandbox

struct StreamCataloguesTests {
    @Test(arguments: MAASFlavour.allCases)
    func `contacts nobody beyond loopback`(flavour: MAASFlavour) async {
        let source = BootSource(id: 1, url: "http://192.0.2.1:81/x/")
        let result = await StreamCatalogues().fetch(FetchOrder(source, flavour: flavour))
        guard case .failure(let failure) = result else {
            Issue.record("an answer from 192.0.2.1")
            return
        }
        #expect(failure.reason.contains("Connection refused"))
    }

    @Test func `knows official addresses, and none on this machine`() {
        let isKnown = { (url: String) in
            let source = BootSource(id: 1, url: url)
            return StreamCatalogues().known(FetchOrder(source, flavour: .v3_7)) != nil
        }
        #expect(isKnown("https://images.maas.io/ephemeral-v3/stable/"))
        #expect(isKnown("http://mirror.lan/ephemeral-v3/candidate"))
        #expect(!isKnown("http://127.0.0.1:8080/ephemeral-v3/stable/"))
    }

    @Test func `verifies any stream on loopback, with a keyring from a path or as data`()
        async throws
    {
        try await withTemporaryDirectory { directory in
            try await SampleStream.write(.small, to: directory)
            try await withStaticServer(of: directory) { address in
                let keyring = directory + "/keyring.gpg"
                let url = address + "/ephemeral-v3/stable/"
                let bytes = Array(try Data(contentsOf: URL(filePath: keyring)))
                for source in [
                    BootSource(id: 1, url: url, keyringFilename: keyring),
                    BootSource(id: 1, url: url, keyringData: bytes),
                ] {
                    let catalogue = try await fetch(source).get()
                    let noble = try #require(catalogue.images.first { $0.release == "noble" })
                    #expect(noble.label == "stable")
                    #expect(noble.files.map(\.name) == ["boot-initrd", "boot-kernel", "squashfs"])
                    #expect(noble.files.allSatisfy { $0.url?.hasPrefix(url) == true })
                    #expect(catalogue.images.filter(\.isBootloader).count == 4)
                }
                let armoured = directory + "/keyring.asc"
                let refused = await fetch(BootSource(id: 1, url: url, keyringFilename: armoured))
                #expect(throws: CatalogueFailure.self) { try refused.get() }
                let missing = await fetch(BootSource(id: 1, url: address + "/none/"))
                #expect(
                    missing
                        == .failure(
                            CatalogueFailure(
                                reason: "Unable to open \(address)/none/streams/v1/index.sjson. "
                                    + "mirrors=[]")))
            }
        }
    }

    private func fetch(_ source: BootSource) async -> Result<Catalogue, CatalogueFailure> {
        await StreamCatalogues().fetch(FetchOrder(source, flavour: .v3_7))
    }

    @Test func `believes what gpgv believes`() async throws {
        try await withStreamServer { server in
            let own = BootSource(
                id: 1, url: server.url(.stable), keyringFilename: server.keyringPath)
            try server.misbehave(.expiredKey)
            #expect(try await !fetch(own).get().images.isEmpty)
            server.behave()
            for fault in [StreamFault.tampered, .resigned] {
                try server.misbehave(fault)
                guard case .failure(let failure) = await fetch(own) else {
                    Issue.record("\(fault) was believed")
                    continue
                }
                #expect(failure.isSilent)
                server.behave()
            }
            try server.misbehave(.unsigned)
            guard case .failure(let failure) = await fetch(own) else {
                Issue.record("an unsigned stream was believed")
                return
            }
            #expect(failure.reason.contains("No signature found!") && !failure.isSilent)
            var plain = own
            plain.url += "streams/v1/index.json"
            #expect(try await !fetch(plain).get().images.isEmpty)
        }
    }

    @Test func `tells files that are gone from files that are wrong`() async throws {
        try await withStreamServer { server in
            let source = BootSource(
                id: 1, url: server.url(.stable), keyringFilename: server.keyringPath)
            let images = try await fetch(source).get().images
            let files = try #require(images.first { $0.release == "noble" }).files
            let (initrd, kernel, squashfs) = (files[0].url, files[1].url, files[2].url)
            let order = DownloadOrder(serial: 1, files: files)
            #expect(await StreamCatalogues().download(order).isGood)
            try server.misbehave(.status(404), on: "*/boot-initrd")
            try server.misbehave(.endless, on: "*/boot-kernel")
            try server.misbehave(.flippedByte(), on: "*/squashfs")
            let outcome = await StreamCatalogues().download(order)
            #expect(outcome.gone == [initrd])
            #expect(outcome.wrong == [kernel, squashfs])
        }
    }
}

/// Gives the body the address of a server of a directory's files.
private func withStaticServer(
    of directory: String, _ body: (String) async throws -> Void
) async throws {
    let server = HTTPServer(
        config: .init(
            address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0), logger: .disabled))
    await server.appendRoute(
        "GET /*", to: DirectoryHTTPHandler(root: URL(filePath: directory), serverPath: "/"))
    let task = Task { try await server.run() }
    try await server.waitUntilListening(timeout: 60)
    guard case .ip4(_, let port)? = await server.listeningAddress else { return }
    do {
        try await body("http://127.0.0.1:\(port)")
    } catch {
        Issue.record(error)
    }
    await server.stop()
    _ = await task.result
}
