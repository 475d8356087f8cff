import Foundation
import Testing

@testable import Sandbox

struct RunningSandboxTests {
    private static let sources = "/MAAS/api/2.0/boot-sources/"

    @Test(arguments: MAASFlavour.allCases)
    func `starts with one official source, one selection and its images`(
        flavour: MAASFlavour
    ) async throws {
        var configuration = SandboxConfiguration()
        configuration.flavour = flavour
        configuration.adminKey = APIKey("a:b:c")
        let sandbox = try await RunningSandbox.start(configuration)
        #expect(sandbox.adminAPIKey == "a:b:c")
        let answer = try await SandboxClient(sandbox).send(
            "GET", Self.sources,
            headers: ["Authorization": OAuthHeader.plaintext(sandbox.adminAPIKey)])
        let source = try #require(answer.json?.elements.first)
        let url = "http://images.maas.io/ephemeral-v3/stable"
        #expect(source["url"]?.text == (flavour == .v3_8 ? url : url + "/"))
        #expect(source["name"]?.text == (flavour == .v3_8 ? "MAAS Stable" : nil))
        await sandbox.region { state in
            #expect(state.selections.map(\.release) == ["noble"])
            #expect(state.resources.count == 5)
            #expect(state.resources.allSatisfy { $0.sets.allSatisfy(\.isComplete) })
            #expect(state.notifications.isEmpty)
        }
        await sandbox.stop()
    }

    @Test func `records what it was asked`() async throws {
        let sandbox = try await RunningSandbox.start()
        let client = try SandboxClient(sandbox)
        _ = try await client.send("GET", "/MAAS/api/2.0/version/")
        _ = try await client.send(
            "POST", "/MAAS/api/2.0/boot-resources/?op=import",
            headers: ["Authorization": OAuthHeader.plaintext(sandbox.userAPIKey)])
        let requests = await sandbox.requests()
        #expect(requests.map(\.status) == [200, 403])
        #expect(requests.map(\.authorization) == [nil, "PLAINTEXT"])
        #expect(requests.writes.map(\.path) == ["/MAAS/api/2.0/boot-resources/?op=import"])
        await sandbox.stop()
    }

    @Test func `signs in the query crash the region, as recorded`() async throws {
        let sandbox = try await RunningSandbox.start()
        let answer = try await SandboxClient(sandbox).send(
            "GET", "/MAAS/api/2.0/users/?op=whoami&oauth_signature=x")
        #expect(answer.status == 500)
        #expect(answer.text == "dictionary changed size during iteration")
        await sandbox.stop()
    }

    @Test func `stops at once with a request unanswered`() async throws {
        let sandbox = try await RunningSandbox.start()
        await sandbox.inject(.neverAnswer)
        let client = try SandboxClient(sandbox)
        let hanging = Task { try? await client.send("GET", "/MAAS/api/2.0/version/") }
        try await eventually { await !sandbox.requests().isEmpty }
        let clock = ContinuousClock()
        let duration = await clock.measure { await sandbox.stop() }
        // Its answer would take a day.
        #expect(duration < .seconds(60))
        hanging.cancel()
    }

    @Test func `answers many slow requests at the same time`() async throws {
        let sandbox = try await RunningSandbox.start()
        await sandbox.inject(.slow(milliseconds: 2000))
        let client = try SandboxClient(sandbox)
        let clock = ContinuousClock()
        let duration = try await clock.measure {
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<40 {
                    group.addTask { try await client.send("GET", "/MAAS/api/2.0/version/").status }
                }
                for try await status in group { #expect(status == 200) }
            }
        }
        // One after the other they would take eighty seconds.
        #expect(duration < .seconds(60))
        await sandbox.stop()
    }

    @Test func `a priority that is taken gets 409 after a while on 3.8`() async throws {
        var configuration = SandboxConfiguration()
        configuration.flavour = .v3_8
        configuration.conflictDelay = .milliseconds(100)
        let sandbox = try await RunningSandbox.start(configuration)
        let client = try SandboxClient(sandbox)
        let headers = [
            "Authorization": OAuthHeader.plaintext(sandbox.adminAPIKey),
            "Content-Type": "application/x-www-form-urlencoded",
        ]
        let clock = ContinuousClock()
        let started = clock.now
        let answer = try await client.send(
            "POST", Self.sources, headers: headers,
            body: Array("url=http://a.lan/&keyring_filename=/k&priority=1".utf8))
        #expect(answer.status == 409)
        #expect(answer.headers["retry-after"] == "5")
        #expect(clock.now - started >= .milliseconds(100))
        await sandbox.stop()
    }
}
