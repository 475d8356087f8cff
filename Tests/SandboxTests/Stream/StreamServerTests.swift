import Digests
import Foundation
import Testing

@testable import Sandbox

@Suite struct StreamServerTests {
    @Test func `serves every item as its product says`() async throws {
        try await withStreamServer { server in
            let index = try FetchedDocument(try await curl(server.index).text)
            for path in index.index.values {
                let document = try FetchedDocument(try await curl(server.url(.stable) + path).text)
                for item in document.items(newestOnly: true) {
                    let path = try #require(item["path"] as? String)
                    let body = try await curl(server.url(.stable) + path).body
                    #expect(body.count == item["size"] as? Int)
                    let digest = Hexadecimal.encode(SHA256.hash(body))
                    #expect(digest == item["sha256"] as? String)
                }
            }
        }
    }

    @Test func `serves the keyring in both forms`() async throws {
        try await withStreamServer { server in
            let binary = try await curl(server.baseURL + "/keyring.gpg").body
            #expect(binary == Array(try Data(contentsOf: URL(filePath: server.keyringPath))))
            let armoured = try await curl(server.baseURL + "/keyring.asc").text
            #expect(armoured.hasPrefix("-----BEGIN PGP PUBLIC KEY BLOCK-----"))
        }
    }

    @Test func `serves parts`() async throws {
        try await withStreamServer { server in
            let (url, size, _) = try await server.squashfs()
            let whole = try await curl(url)
            #expect(whole.status == 200)
            #expect(whole.headers["accept-ranges"] == "bytes")
            let part = try await curl(url, "-r", "1000-1999")
            #expect(part.status == 206)
            #expect(part.headers["content-range"] == "bytes 1000-1999/\(size)")
            #expect(part.body == Array(whole.body[1000..<2000]))
            let none = try await curl(url, "-r", "\(size)-")
            #expect(none.status == 416)
            #expect(none.headers["content-range"] == "bytes */\(size)")
        }
    }

    @Test func `a range depends on If-Range`() async throws {
        try await withStreamServer { server in
            let (url, _, _) = try await server.squashfs()
            let head = try await curl(url, "-I").headers
            let tag = try #require(head["etag"])
            let time = try #require(head["last-modified"])
            for (condition, status) in [(tag, 206), (time, 206), ("\"other\"", 200)] {
                let answer = try await curl(url, "-r", "5-", "-H", "If-Range: \(condition)")
                #expect(answer.status == status)
            }
        }
    }

    @Test func `what is known is not sent again`() async throws {
        try await withStreamServer { server in
            let head = try await curl(server.index, "-I").headers
            let tag = try #require(head["etag"])
            let answer = try await curl(server.index, "-H", "If-None-Match: \(tag)")
            #expect(answer.status == 304)
            #expect(answer.body.isEmpty)
            try await server.publishAgain()
            let again = try await curl(server.index, "-H", "If-None-Match: \(tag)")
            #expect(again.status == 200)
        }
    }

    @Test func `HEAD tells the length and sends nothing`() async throws {
        try await withStreamServer { server in
            let (url, size, _) = try await server.squashfs()
            let answer = try await curl(url, "-I")
            #expect(answer.headers["content-length"] == "\(size)")
            #expect(server.requests().last?.bytes == 0)
        }
    }

    @Test func `one connection serves many requests`() async throws {
        try await withStreamServer { server in
            let (url, _, _) = try await server.squashfs()
            server.clearRequests()
            _ = try await runProgram("curl", ["-s", "-o", "/dev/null", url, url, url])
            #expect(server.requests().count == 3)
            #expect(Set(server.requests().map(\.connection)).count == 1)
        }
    }

    @Test func `connections are served at the same time`() async throws {
        try await withStreamServer { server in
            let (url, size, _) = try await server.squashfs()
            try server.misbehave(.stall(after: 0), times: 1)
            async let stalled = curl(url, "-m", "2")
            try await eventually { server.requests().contains { $0.bytes == 0 } }
            #expect(try await curl(url).body.count == size)
            #expect(try await stalled.exitCode == 28)
        }
    }

    @Test func `notes what was asked for`() async throws {
        try await withStreamServer { server in
            let (url, _, _) = try await server.squashfs()
            server.clearRequests()
            _ = try await curl(url, "-r", "10-19", "-H", "X-Test: 1")
            let request = try #require(server.requests().first)
            #expect(request.method == "GET")
            #expect(server.baseURL + request.path == url)
            #expect(request.range == "bytes=10-19")
            #expect(request.headers["x-test"] == "1")
            #expect(request.status == 206)
            #expect(request.bytes == 10)
        }
    }

    @Test func `publishing again adds the newest and drops the oldest`() async throws {
        try await withStreamServer { server in
            let before = try FetchedDocument(try await curl(server.products).text)
            try await server.publishAgain()
            let after = try FetchedDocument(try await curl(server.products).text)
            #expect(before.updated != after.updated)
            let dropped = before.paths.subtracting(after.paths)
            let added = after.paths.subtracting(before.paths)
            #expect(dropped.count == added.count && !added.isEmpty)
            for path in dropped {
                #expect(try await curl(server.url(.stable) + path).status == 404)
            }
            for path in added {
                #expect(try await curl(server.url(.stable) + path).status == 200)
            }
            let other = try await curl(server.url(.candidate) + "streams/v1/index.sjson").text
            #expect(try FetchedDocument(other).updated == before.updated)
        }
    }

    @Test(arguments: ["/", "/ephemeral-v3/", "/ephemeral-v3/stable/streams/v1/"])
    func `folders have a page of their files`(path: String) async throws {
        try await withStreamServer { server in
            let answer = try await curl(server.baseURL + path)
            #expect(answer.status == 200)
            #expect(answer.text.contains("<title>Index of \(path)</title>"))
        }
    }

    @Test(arguments: ["/x", "/x/", "/ephemeral-v3/stable/../stable/streams/v1/index.sjson"])
    func `what is not there is not found`(path: String) async throws {
        try await withStreamServer { server in
            let answer = try await curl(server.baseURL + path)
            #expect(answer.status == 404)
        }
    }

    @Test func `only GET and HEAD are served`() async throws {
        try await withStreamServer { server in
            let answer = try await curl(server.index, "-X", "DELETE")
            #expect(answer.status == 405)
        }
    }

    @Test func `behaving ends all faults`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.status(503))
            #expect(try await curl(server.index).status == 503)
            server.behave()
            #expect(try await curl(server.index).status == 200)
        }
    }

    @Test func `stopping ends connections that stall`() async throws {
        let server = try await StreamServer.start(.small)
        try server.misbehave(.silent)
        async let answer = curl(server.index, "-m", "30")
        try await eventually { !server.requests().isEmpty }
        await server.stop()
        #expect(try await answer.exitCode == 52)
    }
}
