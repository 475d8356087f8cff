import Sandbox
import Testing

struct StreamProxyTests {
    @Test func `stands in for the official host as a proxy`() async throws {
        try await withStreamServer { server in
            let index = "ephemeral-v3/candidate/streams/v1/index.sjson"
            let direct = try await curl("\(server.baseURL)/\(index)").body
            for host in ["images.maas.io", "IMAGES.maas.io:80"] {
                let answer = try await viaProxy(server, "http://\(host)/\(index)")
                #expect(answer.status == 200)
                #expect(answer.body == direct)
            }
            let own = try await viaProxy(server, "\(server.baseURL)/\(index)")
            #expect(own.body == direct)
            #expect(server.requests().allSatisfy { $0.path == "/\(index)" })
        }
    }

    @Test(arguments: [
        "http://example.com/ephemeral-v3/stable/streams/v1/index.sjson",
        "http://images.maas.io.example.com/ephemeral-v3/stable/streams/v1/index.sjson",
        "http://127.0.0.1:1/", "https://images.maas.io/ephemeral-v3/stable/",
    ])
    func `other hosts and tunnels are refused`(url: String) async throws {
        try await withStreamServer { server in
            let answer = try await viaProxy(server, url)
            #expect(answer.status == 502)
        }
    }

    @Test func `faults befall what is asked for through it`() async throws {
        try await withStreamServer { server in
            try server.misbehave(.status(503), on: "/ephemeral-v3/stable/*")
            let url = "http://images.maas.io/ephemeral-v3/stable/streams/v1/index.sjson"
            #expect(try await viaProxy(server, url).status == 503)
        }
    }

    private func viaProxy(_ server: StreamServer, _ url: String) async throws -> CurlAnswer {
        try await curl(url, "--noproxy", "", "-x", server.baseURL)
    }
}
