import Foundation
import MAAS
import Sandbox
import SimpleStreams
import Testing
@testable import Workflows

@Suite struct PreflightKeysTests {
    private struct NoSource: Source {
        let name = "none"

        func document(at path: RelativePath, limit: Int) async throws(SourceError) -> [UInt8] {
            throw SourceError(.notFound, "none")
        }

        func fetch(
            _ request: ItemRequest, into receiver: any ItemReceiver
        ) async throws(SourceError) {
            throw SourceError(.notFound, "none")
        }
    }

    /// Keyrings are at these paths of this machine and at no others.
    private func reading(_ rings: [String: Keyring] = [:]) -> StreamReading {
        StreamReading(source: { _ in NoSource() }, localKeyring: { rings[$0] })
    }

    private func keys(
        _ action: SourcePlan.Action, _ change: BootSourceChange = .init(),
        _ rings: [String: Keyring] = [:]
    ) throws -> PreflightKeys {
        try PreflightKeys(
            SourcePlan(action: action, change: change, warnings: []), reading: reading(rings))
    }

    private func withKeyring(_ work: (Keyring) throws -> Void) async throws {
        let stream = try await SampleStream.start()
        defer { Task { await stream.stop() } }
        try work(try Keyring(file: stream.keyringPath))
    }

    @Test func `takes the keyring that a source has and keeps`() async throws {
        try await withKeyring { ring in
            let source = try PreflightSamples.source(keyring: "/here/ring.gpg")
            #expect(try keys(.nothing(source), .init(), ["/here/ring.gpg": ring]) == .keyring(ring))
            #expect(try keys(.nothing(source)) == .elsewhere("/here/ring.gpg"))
        }
    }

    @Test func `a change's keyring wins over the present one`() async throws {
        try await withKeyring { ring in
            let source = try PreflightSamples.source(keyring: "/here/ring.gpg")
            let change = BootSourceChange(keyring: .filename("/new/ring.gpg"))
            #expect(
                try keys(.update(source), change, ["/here/ring.gpg": ring])
                    == .elsewhere("/new/ring.gpg"))
            let data = BootSourceChange(keyring: .data(Data(ring.bytes)))
            guard case .keyring(let taken) = try keys(.update(source), data) else {
                Issue.record("not taken")
                return
            }
            #expect(taken.bytes == ring.bytes)
        }
    }

    @Test func `takes the keys that a region stores`() async throws {
        try await withKeyring { ring in
            let source = try PreflightSamples.source(data: ring.bytes)
            guard case .keyring(let taken) = try keys(.nothing(source)) else {
                Issue.record("not taken")
                return
            }
            #expect(taken.keys == ring.keys)
        }
    }

    @Test func `keys that are none are an error that says so`() throws {
        let change = BootSourceChange(keyring: .data(Data("no keys".utf8)))
        let source = try PreflightSamples.source()
        #expect(throws: WorkflowError.self) { try keys(.update(source), change) }
    }

    @Test func `Canonical's keyring counts wherever it lies here`() async throws {
        try await withKeyring { ring in
            let snap = "/snap/maas/current/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg"
            let source = try PreflightSamples.source(keyring: snap)
            let here = ["/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg": ring]
            #expect(try keys(.nothing(source), .init(), here) == .keyring(ring))
        }
    }

    @Test func `needs no keys where the region checks nothing`() throws {
        let source = try PreflightSamples.source()
        let change = BootSourceChange(skipKeyringVerification: true)
        #expect(try keys(.update(source), change) == .notNeeded)
        #expect(try keys(.create) == .notNeeded)
    }
}
