import Foundation
import TestSupport
import Testing

@testable import MirrorServer

/// The server over real sockets, by a client that sends what it likes.
@Suite struct MirrorServerTests {
    @Test(arguments: [
        "/../secret", "/%2e%2e/secret", "/..%2fsecret", "//secret", "/noble/../../secret", "/link",
        "/directory/secret", "/.maas-boot/state.json", "/.maas-boot/", "/%2emaas-boot/state.json",
        "/pipe", "/streams/v1/index.json/", "/streams/v1/index.json/x", "/streams/v2/", "/hidden",
    ])
    func `serves nothing outside the tree, no links and no dot names`(target: String) async throws {
        try await ServedRoom.with { room in
            #expect(symlink(room.room.path("secret"), room.path("link")) == 0)
            #expect(symlink(room.room.path, room.path("directory")) == 0)
            #expect(symlink(".maas-boot/state.json", room.path("hidden")) == 0)
            #expect(mkfifo(room.path("pipe"), 0o600) == 0)
            let answer = try await RawClient.get(target, port: room.port)
            #expect(answer.hasPrefix("HTTP/1.1 404 "), "\(answer)")
            #expect(!answer.contains("secret") && !answer.contains("state"))
        }
    }

    @Test func `serves files with what caches and resuming clients need`() async throws {
        try await ServedRoom.with { room in
            let whole = try await RawClient.get("/noble/20240821/squashfs", port: room.port)
            #expect(whole.hasPrefix("HTTP/1.1 200 OK\r\n") && whole.hasSuffix("\r\n\r\n0123456789"))
            #expect(whole.contains("Cache-Control: public, max-age=31536000, immutable\r\n"))
            #expect(whole.contains("Content-Length: 10\r\n"))
            #expect(whole.contains("Accept-Ranges: bytes\r\n"))
            let line = try #require(whole.split(separator: "\r\n").first { $0.hasPrefix("ETag: ") })
            let tag = line.dropFirst(6)
            let part = try await RawClient.get(
                "/noble/20240821/squashfs", port: room.port,
                "Range: bytes=7-\r\nIf-Range: \(tag)\r\n")
            #expect(part.hasPrefix("HTTP/1.1 206 ") && part.hasSuffix("\r\n\r\n789"))
            #expect(part.contains("Content-Range: bytes 7-9/10\r\n"))
            let other = try await RawClient.get(
                "/noble/20240821/squashfs", port: room.port,
                "Range: bytes=7-\r\nIf-Range: \"other\"\r\n")
            #expect(other.hasPrefix("HTTP/1.1 200 ") && other.hasSuffix("0123456789"))
            let beyond = try await RawClient.get(
                "/noble/20240821/squashfs", port: room.port, "Range: bytes=10-\r\n")
            #expect(beyond.hasPrefix("HTTP/1.1 416 "))
            #expect(beyond.contains("Content-Range: bytes */10\r\n"))
            let same = try await RawClient.get(
                "/noble/20240821/squashfs", port: room.port, "If-None-Match: \(tag)\r\n")
            #expect(same.hasPrefix("HTTP/1.1 304 ") && same.hasSuffix("\r\n\r\n"))
            #expect(!same.contains("Content-Length"))
            let index = try await RawClient.get("/streams/v1/index.json", port: room.port)
            #expect(index.contains("Cache-Control: no-cache\r\n"))
        }
    }

    @Test func `keeps connections, answers what was sent ahead, and gives HEAD no body`()
        async throws
    {
        try await ServedRoom.with { room in
            let client = try RawClient(port: room.port)
            client.send("HEAD /noble/20240821/squashfs HTTP/1.1\r\nHost: m\r\n\r\n")
            let head = await client.readHead()
            #expect(head.contains("200 OK") && head.contains("Content-Length: 10\r\n"))
            client.send("GET /streams/v1/index.json HTTP/1.1\r\nHost: m\r\n\r\nGET /no HT")
            client.send(
                "TP/1.1\nHost: m\n\nPOST / HTTP/1.1\r\nHost: m\r\nContent-Length: 3\r\n\r\nabc")
            let rest = await client.readAll()
            let statuses = rest.matches(of: #/HTTP/1\.1 (\d+) /#).map { String($0.1) }
            #expect(statuses == ["200", "404", "405"])
            #expect(rest.contains("\r\n\r\n{}HTTP/1.1 404"))
            #expect(rest.contains("Allow: GET, HEAD\r\n"))
            #expect(room.answered.map(\.request).prefix(2).last == "GET /streams/v1/index.json")
            #expect(room.answered.first?.bytes == 0 && room.answered.first?.peer == "127.0.0.1")
        }
    }

    @Test(arguments: [
        ("nonsense\r\n\r\n", "400"), ("GET / HTTP/1.1\r\n\r\n", "400"),
        ("GET /\(String(repeating: "a", count: 20_000)) HTTP/1.1\r\n\r\n", "431"),
        ("GET / HTTP/1.1\r\nHost: m\r\nX: half", "408"), ("GET / HTTP/1.0\r\n\r\n", "200"),
    ])
    func `answers what is no request, and ends`(text: String, status: String) async throws {
        try await ServedRoom.with({ $0.idle = 150 }) { room in
            let client = try RawClient(port: room.port)
            client.send(text)
            #expect(await client.readAll().hasPrefix("HTTP/1.1 \(status) "))
        }
    }

    @Test func `shows directories, or their own page`() async throws {
        try await ServedRoom.with(base: "/maas/images") { room in
            let page = try await RawClient.get("/maas/images/", port: room.port)
            #expect(page.contains("Index of /maas/images/") && page.contains("href=\"./noble/\""))
            #expect(!page.contains("maas-boot/") && !page.contains("../"))
            let moved = try await RawClient.get("/maas/images", port: room.port)
            #expect(moved.contains("301 ") && moved.contains("Location: /maas/images/\r\n"))
            let below = try await RawClient.get("/maas/images/noble?x", port: room.port)
            #expect(below.contains("Location: /maas/images/noble/\r\n"))
            let outside = try await RawClient.get("/streams/v1/index.json", port: room.port)
            #expect(outside.hasPrefix("HTTP/1.1 404 "))
            try Data("<h1>ours".utf8).write(to: URL(filePath: room.path("index.html")))
            let own = try await RawClient.get("/maas/images/", port: room.port)
            #expect(own.hasSuffix("<h1>ours") && own.contains("Content-Type: text/html"))
        }
    }
}
