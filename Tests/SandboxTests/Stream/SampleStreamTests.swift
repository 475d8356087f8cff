import Foundation
import Testing

@testable import Sandbox

@Suite struct SampleStreamTests {
    @Test(arguments: StreamLine.allCases)
    func `every document verifies`(line: StreamLine) async throws {
        try await withStreamServer { server in
            let index = try FetchedDocument(
                try await curl(server.url(line) + "streams/v1/index.sjson").text)
            #expect(index.index.count == 3)
            for path in ["streams/v1/index.sjson"] + index.index.values {
                let result = try await server.gpgv(server.url(line) + path)
                #expect(result.isGood)
                #expect(result.status.contains("VALIDSIG \(server.fingerprint) "))
            }
        }
    }

    @Test func `the detached signature is of the plain document`() async throws {
        try await withStreamServer { server in
            try await withTemporaryDirectory { directory in
                let plain = server.products.replacingOccurrences(of: ".sjson", with: ".json")
                for (name, url) in [("a", plain), ("a.gpg", plain + ".gpg")] {
                    let body = try await curl(url).body
                    try Data(body).write(to: URL(filePath: "\(directory)/\(name)"))
                }
                let result = try await runProgram(
                    "gpgv",
                    ["--keyring", server.keyringPath, "\(directory)/a.gpg", "\(directory)/a"])
                #expect(result.exitCode == 0, "\(result.said)")
            }
        }
    }

    @Test func `each form of the index names products of the same form`() async throws {
        try await withStreamServer { server in
            let signed = try FetchedDocument(try await curl(server.index).text)
            let plain = try FetchedDocument(
                try await curl(server.url(.stable) + "streams/v1/index.json").text)
            #expect(signed.index.values.allSatisfy { $0.hasSuffix(".sjson") })
            #expect(plain.index.values.allSatisfy { $0.hasSuffix(".json") })
            for path in Array(signed.index.values) + plain.index.values {
                #expect(try await curl(server.url(.stable) + path).status == 200)
            }
        }
    }

    @Test func `candidate is ahead of stable`() async throws {
        let stream = try await SampleStream.start(.small)
        let names = StreamLine.allCases.map { line in
            stream.publication(line, stream.current(line)).victim?.versions.last?.name ?? ""
        }
        #expect(names[0] < names[1])
        await stream.stop()
    }

    @Test func `is laid on disk as it is served`() async throws {
        try await withStreamServer { server in
            try await withTemporaryDirectory { directory in
                try await server.stream.write(to: directory + "/tree")
                let root = directory + "/tree/ephemeral-v3/stable/"
                let index = try FetchedDocument(
                    String(contentsOfFile: root + "streams/v1/index.sjson", encoding: .utf8))
                for path in index.index.values {
                    let text = try String(contentsOfFile: root + path, encoding: .utf8)
                    #expect(text == (try await curl(server.url(.stable) + path).text))
                    for item in try FetchedDocument(text).items() {
                        let file = root + (item["path"] as? String ?? "")
                        let size = try FileManager.default.attributesOfItem(atPath: file)[.size]
                        #expect(size as? Int == item["size"] as? Int)
                    }
                }
                for name in ["keyring.gpg", "keyring.asc"] {
                    #expect(FileManager.default.fileExists(atPath: "\(directory)/tree/\(name)"))
                }
                #expect(FileManager.default.fileExists(atPath: root + "streams/v1/index.json.gpg"))
            }
        }
    }

    @Test func `equal configurations give equal catalogues`() async throws {
        var texts: [String] = []
        for _ in 0..<2 {
            var configuration = SampleStreamConfiguration.small
            configuration.updated = 1_750_000_000
            let stream = try await SampleStream.start(configuration)
            let document = StreamDocumentName(name: StreamServer.ubuntu, form: .plain)
            let bytes = try await stream.document(
                document, of: .stable, StreamVariant(publication: stream.current(.stable)))
            texts.append(String(decoding: bytes ?? [], as: UTF8.self))
            await stream.stop()
        }
        #expect(texts[0] == texts[1])
        #expect(texts[0].contains("Sun, 15 Jun 2025 15:06:40 +0000"))
    }

    @Test func `a tree alone verifies when its keys are gone`() async throws {
        try await withTemporaryDirectory { directory in
            try await SampleStream.write(.small, to: directory)
            let index = directory + "/ephemeral-v3/candidate/streams/v1/index.sjson"
            let result = try await runProgram(
                "gpgv", ["--keyring", directory + "/keyring.gpg", index])
            #expect(result.exitCode == 0, "\(result.said)")
        }
    }

    @Test func `nothing is left after stop`() async throws {
        let stream = try await SampleStream.start(.small)
        let home = stream.keys.directory + "/gnupg"
        #expect(FileManager.default.fileExists(atPath: home))
        await stream.stop()
        #expect(!FileManager.default.fileExists(atPath: stream.keys.directory))
        #expect(try await runProgram("pgrep", ["-f", home]).exitCode == 1)
    }

    @Test func `a missing gpg is named with its package`() async throws {
        let gpg = GnuPG(home: "/nonexistent", program: "gpg-which-is-not-there")
        let failure = await #expect(throws: GnuPGFailure.self) { _ = try await gpg.run([]) }
        #expect(failure == .missing(program: "gpg-which-is-not-there"))
        #expect(failure?.description.contains("apt-get install gnupg") == true)
    }

    @Test func `a refusal of gpg is told in its words`() async throws {
        let gpg = GnuPG(home: "/nonexistent")
        let failure = await #expect(throws: GnuPGFailure.self) {
            _ = try await gpg.run(["--list-secret-keys"])
        }
        #expect(failure?.description.contains("/nonexistent") == true)
    }
}
