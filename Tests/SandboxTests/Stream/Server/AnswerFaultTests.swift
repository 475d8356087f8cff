import Foundation
import Sandbox
import Testing

/// Faults in which the answer is not the file.
@Suite struct AnswerFaultTests {
    @Test(arguments: [403, 404, 500, 503])
    func `another status`(status: Int) async throws {
        try await withStreamServer { server in
            try server.misbehave(
                .status(status, retryAfter: "2", body: "<h1>no</h1>"), on: "*/index.sjson")
            let answer = try await curl(server.index)
            #expect(answer.status == status)
            #expect(answer.headers["retry-after"] == "2")
            #expect(answer.headers["content-type"] == "text/html")
            #expect(answer.text == "<h1>no</h1>")
            #expect(try await curl(server.products).status == 200)
        }
    }

    @Test func `only so many times`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.status(503), on: "*.sjson", times: 2)
            var statuses: [Int] = []
            for _ in 0..<3 { statuses.append(try await curl(server.index).status) }
            #expect(statuses == [503, 503, 200])
        }
    }

    @Test func `a redirection without end`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.redirect())
            let answer = try await curl(server.index, "-L", "--max-redirs", "5")
            #expect(answer.exitCode == 47)
            #expect(server.requests().count == 6)
        }
    }

    @Test func `a redirection to another file`() async throws {
        try await withStreamServer { server in
            let (url, _, _) = try await server.squashfs()
            try server.misbehave(.redirect(to: server.index), on: "*/squashfs")
            #expect(try await curl(url).status == 302)
            #expect(try await curl(url, "-L").text.contains("index:1.0"))
        }
    }

    @Test func `a list of files in place of a stream`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.directoryListing)
            let answer = try await curl(server.index)
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "text/html")
            #expect(answer.text.contains("<title>Index of "))
        }
    }
}
