import Foundation
import Sandbox
import Testing

/// Faults in how an answer is framed and sent.
@Suite struct DeliveryFaultTests {
    @Test func `a stall keeps the connection and sends no more`() async throws {
        try await withStreamServer { server in
            let (url, _, _) = try await server.squashfs()
            try server.misbehave(.stall(after: 1000), on: "*/squashfs")
            let answer = try await curl(url, "-m", "1")
            #expect(answer.exitCode == 28)
            #expect(answer.body.count == 1000)
            #expect(server.requests().last?.bytes == 1000)
        }
    }

    @Test func `silence comes before the first byte`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.silent)
            let answer = try await curl(server.index, "-m", "1")
            #expect(answer.exitCode == 28)
            #expect(answer.status == 0)
            #expect(server.requests().last?.status == 0)
        }
    }

    @Test func `a dropped request has no answer`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.dropped)
            #expect(try await curl(server.index).exitCode == 52)
        }
    }

    @Test func `slowness takes its time`() async throws {
        try await withStreamServer { server in
            let (url, size, _) = try await server.squashfs()
            try server.misbehave(.slow(bytesPerSecond: size * 2), on: "*/squashfs")
            let start = ContinuousClock.now
            #expect(try await curl(url).body.count == size)
            #expect(ContinuousClock.now - start > .milliseconds(400))
        }
    }

    @Test(arguments: [0, 1000])
    func `a reset comes after so many bytes`(count: Int) async throws {
        try await withStreamServer { server in
            let (url, _, _) = try await server.squashfs()
            try server.misbehave(.reset(after: count), on: "*/squashfs")
            let answer = try await curl(url)
            #expect(answer.exitCode == 56)
            #expect(answer.body.count == count)
        }
    }

    @Test(arguments: [0, 1000])
    func `a cut comes after so many bytes`(count: Int) async throws {
        try await withStreamServer { server in
            let (url, _, _) = try await server.squashfs()
            try server.misbehave(.cut(after: count), on: "*/squashfs")
            let answer = try await curl(url)
            #expect(answer.exitCode == 18)
            #expect(answer.body.count == count)
        }
    }

    @Test func `Range is ignored`() async throws {
        try await withStreamServer { server in
            let (url, size, _) = try await server.squashfs()
            try server.misbehave(.ignoresRange)
            let answer = try await curl(url, "-H", "Range: bytes=10-")
            #expect(answer.status == 200)
            #expect(answer.body.count == size)
        }
    }

    @Test func `Content-Range is wrong`() async throws {
        try await withStreamServer { server in
            let (url, size, _) = try await server.squashfs()
            let whole = try await curl(url).body
            try server.misbehave(.wrongContentRange)
            let answer = try await curl(url, "-H", "Range: bytes=10-19")
            #expect(answer.headers["content-range"] == "bytes 11-19/\(size)")
            #expect(answer.body == Array(whole[10..<20]))
        }
    }

    @Test func `Content-Length is too short`() async throws {
        try await withStreamServer { server in
            let (url, size, _) = try await server.squashfs()
            try server.misbehave(.contentLengthTooShort(by: 100), on: "*/squashfs")
            let answer = try await curl(url)
            #expect(answer.headers["content-length"] == "\(size - 100)")
            #expect(answer.body.count == size - 100)
            #expect(try await curl(url, "--ignore-content-length").body.count == size)
        }
    }

    @Test func `Content-Length is too long`() async throws {
        try await withStreamServer { server in
            let (url, size, _) = try await server.squashfs()
            try server.misbehave(.contentLengthTooLong(by: 100), on: "*/squashfs")
            let answer = try await curl(url)
            #expect(answer.exitCode == 18)
            #expect(answer.headers["content-length"] == "\(size + 100)")
            #expect(answer.body.count == size)
        }
    }

    @Test func `chunks have no length`() async throws {
        try await withStreamServer { server in
            let (url, size, _) = try await server.squashfs()
            let whole = try await curl(url).body
            try server.misbehave(.chunked)
            let answer = try await curl(url)
            #expect(answer.exitCode == 0)
            #expect(answer.headers["content-length"] == nil)
            #expect(answer.headers["transfer-encoding"] == "chunked")
            #expect(answer.body.count == size && answer.body == whole)
        }
    }
}
