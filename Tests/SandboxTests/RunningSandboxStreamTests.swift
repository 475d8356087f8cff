import Foundation
import Testing

@testable import Sandbox

/// A region with a stream of its own beside it.
@Suite(.serialized) struct RunningSandboxStreamTests {
    private static var configuration: SandboxConfiguration {
        var configuration = SandboxConfiguration()
        configuration.stream = .small
        return configuration
    }

    @Test func `starts both, with the stream's images and keyring, and stops both`() async throws {
        let sandbox = try await RunningSandbox.start(Self.configuration)
        let stream = try #require(sandbox.stream)
        let keyring = stream.keyringPath
        #expect(keyring.hasSuffix("/ubuntu-cloudimage-keyring.gpg"))
        await sandbox.region { state in
            #expect(state.sources.map(\.url) == ["http://images.maas.io/ephemeral-v3/stable/"])
            #expect(state.sources.map(\.keyringFilename) == [keyring])
            #expect(state.resources.contains { $0.name == "ubuntu/noble" })
            #expect(state.keyringFiles.isEmpty)
        }
        #expect(stream.requests().isEmpty)
        #expect(FileManager.default.fileExists(atPath: keyring))
        #expect(sandbox.proxyEnvironment["http_proxy"] == stream.baseURL)
        let address = stream.baseURL
        await sandbox.stop()
        #expect(!FileManager.default.fileExists(atPath: keyring))
        #expect(try await curl(address).exitCode == 7)
    }

    @Test func `has no stream unless asked for`() async throws {
        let sandbox = try await RunningSandbox.start()
        #expect(sandbox.stream == nil)
        #expect(sandbox.proxyEnvironment == [:])
        await sandbox.stop()
    }

    @Test func `stops although the stream never answers`() async throws {
        let sandbox = try await RunningSandbox.start(Self.configuration)
        let stream = try #require(sandbox.stream)
        try stream.misbehave(.silent)
        await sandbox.region { state in
            if let source = state.sources.first { state.orderCatalogue(of: source, now: 0) }
        }
        try await eventually { !stream.requests().isEmpty }
        await sandbox.stop()
    }

    @Test func `announces the proxy behind the region, one for all regions`() async throws {
        let stream = try await StreamServer.start(.small)
        let one = try await RunningSandbox.start(.init(), beside: stream)
        let two = try await RunningSandbox.start(.init(), beside: stream)
        let proxy = ["http_proxy=\(stream.baseURL)", "no_proxy=127.0.0.1,localhost"]
        let own = ["MAAS_URL=\(one.url)", "MAAS_API_KEY=\(one.adminAPIKey)"]
        #expect(SandboxService.announcement([one]) == (own + proxy).joined(separator: "\n"))
        let lines = SandboxService.announcement([one, two]).split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        #expect(Array(lines.suffix(2)) == proxy)
        await one.stop()
        #expect(try await curl(stream.index).status == 200)
        await two.stop()
        await stream.stop()
    }

    @Test func `a saved region goes on with the keyring of the present stream`() async throws {
        let stream = try await StreamServer.start(.small)
        var configuration = SandboxConfiguration()
        configuration.savedState = InitialState.make(
            .init(), official: .init(keyring: "/gone/ubuntu-cloudimage-keyring.gpg"))
        let sandbox = try await RunningSandbox.start(configuration, beside: stream)
        let keyrings = await sandbox.region { $0.sources.map(\.keyringFilename) }
        #expect(keyrings == [stream.keyringPath])
        await sandbox.stop()
        await stream.stop()
    }
}
