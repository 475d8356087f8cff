import Foundation
import Testing

@testable import Sandbox

/// Faults in what the documents say. Where the content is the fault, the signature is good.
@Suite struct DocumentFaultTests {
    /// Fetches a document and expects gpgv to find its signature good.
    private func signed(_ server: StreamServer, _ url: String) async throws -> FetchedDocument {
        #expect(try await server.gpgv(url).isGood)
        return try FetchedDocument(try await curl(url).text)
    }

    /// The item that faults befall: the newest squashfs of jammy's first kernel.
    private func victim(_ document: FetchedDocument) throws -> [String: Any] {
        let product = document.products["com.ubuntu.maas.stable:v3:boot:22.04:amd64:ga-22.04"]
        let versions = try #require(product?["versions"] as? [String: [String: Any]])
        let newest = try #require(versions[versions.keys.max() ?? ""])
        let items = try #require(newest["items"] as? [String: [String: Any]])
        return try #require(items["squashfs"])
    }

    @Test func `unsigned is the bare document`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.unsigned)
            let text = try await curl(server.index).text
            #expect(text.hasPrefix("{") && !text.contains("PGP"))
            let signature = server.url(.stable) + "streams/v1/index.json.gpg"
            #expect(try await curl(signature).status == 404)
        }
    }

    @Test func `tampered has a bad signature and is valid still`() async throws {
        try await withStreamServer { server in
            let honest = try await curl(server.products).text
            try server.misbehave(.tampered)
            for url in [server.index, server.products] {
                let result = try await server.gpgv(url)
                #expect(!result.isGood)
                #expect(result.status.contains("BADSIG"))
            }
            let text = try await curl(server.products).text
            #expect(zip(honest, text).count { $0 != $1 } == 1)
            #expect(try FetchedDocument(text).products.count == 4)
        }
    }

    @Test func `re-signed is good by the other keyring only`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.resigned)
            #expect(try await server.gpgv(server.index).status.contains("NO_PUBKEY"))
            let result = try await server.gpgv(server.index, keyring: server.otherKeyringPath)
            #expect(result.isGood)
            #expect(result.status.contains("VALIDSIG \(server.otherFingerprint) "))
        }
    }

    @Test func `an expired key is told by gpgv's status alone`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.expiredKey)
            let result = try await server.gpgv(server.index)
            #expect(result.isGood)
            #expect(result.status.contains("EXPKEYSIG"))
            #expect(result.status.contains("VALIDSIG \(server.expiredFingerprint) "))
        }
    }

    @Test func `rolled back serves what was before, items included`() async throws {
        try await withStreamServer { server in
            let before = try FetchedDocument(try await curl(server.products).text)
            try await server.publishAgain()
            try server.misbehave(.rolledBack)
            let index = try await signed(server, server.index)
            let document = try await signed(server, server.products)
            #expect(index.updated == before.updated)
            #expect(document.paths == before.paths)
            let current = server.stream.publication(.stable, server.stream.current(.stable))
            let dropped = document.paths.subtracting(current.items.keys)
            #expect(!dropped.isEmpty)
            for path in dropped {
                #expect(try await curl(server.url(.stable) + path, "-I").status == 200)
            }
        }
    }

    @Test func `frozen never changes`() async throws {
        try await withStreamServer { server in
            let before = try await curl(server.index).body
            try server.misbehave(.frozen)
            try await server.publishAgain()
            try await server.publishAgain()
            #expect(try await curl(server.index).body == before)
            server.behave()
            #expect(try await curl(server.index).body != before)
        }
    }

    @Test func `the products are newer than the index`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.publishesAfterIndex, times: 1)
            let index = try FetchedDocument(try await curl(server.index).text)
            let products = try await signed(server, server.products)
            #expect(products.updated != index.updated)
            #expect(try await signed(server, server.index).updated == products.updated)
        }
    }

    @Test(arguments: ["Tue, 01 Jan 2019 00:00:00 +0000", "", "yesterday"])
    func `updated is any text`(text: String) async throws {
        try await withStreamServer { server in
            try server.misbehave(.updated(text))
            #expect(try await signed(server, server.index).updated == text)
            #expect(try await signed(server, server.products).updated == text)
        }
    }

    @Test func `an item's path leads elsewhere`() async throws {
        try await withStreamServer { server in
            let honest = try await server.squashfs()
            for path in StreamFault.hostilePaths {
                server.behave()
                try server.misbehave(.itemPath(path))
                let item = try victim(try await signed(server, server.products))
                #expect(item["path"] as? String == path)
                #expect(item["sha256"] as? String == honest.sha256)
            }
            let fetched = try await curl(server.baseURL + "/anything/else").body
            #expect(fetched == (try await curl(honest.url).body))
        }
    }

    @Test func `a size is any number`() async throws {
        try await withStreamServer { server in
            for size in ["-1", "99999999999999999999", "1e400", "1.5", "\"12\"", "null"] {
                server.behave()
                try server.misbehave(.itemSize(size))
                let text = try await curl(server.products).text
                #expect(text.components(separatedBy: "\"size\": \(size)\n").count == 2)
                #expect(try await server.gpgv(server.products).isGood)
            }
        }
    }

    @Test func `the index leads elsewhere`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.productsPath("../../x.sjson"))
            let index = try await signed(server, server.index)
            #expect(index.index[StreamServer.ubuntu] == "../../x.sjson")
        }
    }

    @Test func `a content id is a path`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.contentID("../../x"))
            #expect(try await signed(server, server.index).index["../../x"] != nil)
            let products = try await signed(server, server.products)
            #expect(products.json["content_id"] as? String == "../../x")
        }
    }

    @Test func `keys are there twice`() async throws {
        try await withStreamServer { server in
            let honest = try await curl(server.products).text
            try server.misbehave(.duplicateKeys)
            let text = try await curl(server.products).text
            for key in ["\"sha256\":", "\"path\":"] {
                let counts = [honest, text].map { $0.components(separatedBy: key).count }
                #expect(counts[1] == counts[0] + 1)
            }
            #expect(try await server.gpgv(server.products).isGood)
            #expect(try await server.gpgv(server.index).isGood)
        }
    }

    @Test func `a document is deep`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.deep(levels: 100_000))
            for url in [server.index, server.products] {
                let text = try await curl(url).text
                let depths = try #require(text.split(separator: "\"nested\": ").last)
                #expect(depths.prefix { $0 == "[" || $0 == "\n" }.count { $0 == "[" } == 100_000)
                #expect(try await server.gpgv(url).isGood)
            }
        }
    }

    @Test func `boot loaders are missing`() async throws {
        try await withStreamServer { server in
            let id = "com.ubuntu.maas:stable:1:bootloader-download"
            #expect(try await signed(server, server.index).index[id] != nil)
            try server.misbehave(.withoutBootloaders)
            #expect(try await signed(server, server.index).index[id] == nil)
            let url = server.url(.stable) + "streams/v1/\(id).sjson"
            #expect(try await curl(url).status == 404)
        }
    }

    @Test func `a release is missing`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.withoutRelease("noble"))
            let products = try await signed(server, server.products).products
            #expect(Set(products.values.compactMap { $0["release"] as? String }) == ["jammy"])
            let index = try await curl(server.index).text
            #expect(index.contains("22.04") && !index.contains("24.04"))
        }
    }
}
