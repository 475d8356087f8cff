import Digests
import Foundation
import Sandbox
import Testing

/// Faults in the bytes themselves.
@Suite struct ContentFaultTests {
    @Test func `a longer body`() async throws {
        try await withStreamServer { server in
            let (url, size, _) = try await server.squashfs()
            try server.misbehave(.longer(by: 70_000))
            let answer = try await curl(url)
            #expect(answer.exitCode == 0)
            #expect(answer.body.count == size + 70_000)
            #expect(answer.headers["content-length"] == "\(size + 70_000)")
        }
    }

    @Test func `a body without end`() async throws {
        try await withStreamServer { server in
            let (url, size, sha256) = try await server.squashfs()
            try server.misbehave(.endless)
            let received = try await runProgram("sh", ["-c", "curl -sN \(url) | head -c 9000000"])
            #expect(received.output.count == 9_000_000)
            #expect(Hexadecimal.encode(SHA256.hash(received.output[..<size])) == sha256)
        }
    }

    @Test func `a flipped byte, in the whole and in the part that holds it`() async throws {
        try await withStreamServer { server in
            let (url, _, _) = try await server.squashfs()
            let honest = try await curl(url).body
            try server.misbehave(.flippedByte(at: 1500), on: "*/squashfs")
            let flipped = try await curl(url).body
            #expect(zip(honest, flipped).enumerated().filter { $1.0 != $1.1 }.map(\.0) == [1500])
            let part = try await curl(url, "-r", "1500-1501").body
            #expect(part == [~honest[1500], honest[1501]])
        }
    }

    @Test func `other bytes of the same size`() async throws {
        try await withStreamServer { server in
            let (url, size, sha256) = try await server.squashfs()
            try server.misbehave(.otherContent)
            let body = try await curl(url).body
            #expect(body.count == size)
            #expect(Hexadecimal.encode(SHA256.hash(body)) != sha256)
        }
    }

    @Test func `garbage`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.garbage, on: "*/index.sjson")
            let answer = try await curl(server.index)
            #expect(answer.status == 200)
            #expect(answer.body.count == 4096)
            #expect(!answer.text.contains("BEGIN PGP"))
        }
    }

    @Test func `an index of five gigabytes`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.enormous(), on: "*/index.sjson")
            #expect(try await curl(server.index, "-I").headers["content-length"] == "5000000000")
            let end = try await curl(server.index, "-r", "4999999990-")
            #expect(end.text == "          ")
            let received = try await runProgram(
                "sh", ["-c", "curl -sN \(server.index) | head -c 9000000 | tr -d ' ' | wc -c"])
            #expect(received.text == "0\n")
        }
    }

    @Test func `a small answer that unpacks to much`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.gzipBomb(bytes: 20_000_000), on: "*/index.sjson")
            let packed = try await curl(server.index)
            #expect(packed.headers["content-encoding"] == "gzip")
            #expect(packed.body.count < 200_000)
            let unpacked = try await curl(server.index, "--compressed")
            #expect(unpacked.exitCode == 0)
            #expect(unpacked.body.count >= 20_000_000)
        }
    }
}
