import SimpleStreams
import TestSupport
import Testing

@testable import ObjectStore

@Suite(.enabled(if: ObjectStoreServer.isThere, "needs .venv-moto (make setup)"))
struct S3ItemWriterTests {
    private static let part = 5 << 20
    private static let bytes = StoreBench.noise(2 * part + 100_000)

    private func append(_ bytes: [UInt8], to writer: any ItemWriter) throws {
        for start in stride(from: 0, to: bytes.count, by: 700_000) {
            try writer.append(Array(bytes[start..<min(start + 700_000, bytes.count)]).span.bytes)
        }
    }

    @Test func `a large item leaves in parts while it comes, and is there when named`()
        async throws
    {
        let bench = try await StoreBench()
        let store = try bench.store()
        let writer = try await store.begin(try StoreBench.file("a/big", Self.bytes))
        try append(Self.bytes, to: writer)
        #expect(writer.size == Self.bytes.count)
        #expect(bench.bucket.bytes("maas/a/big") == nil)
        let item = try await writer.commit()
        #expect(bench.bucket.bytes("maas/a/big") == Self.bytes)
        #expect(bench.bucket.requests.count { $0.query.contains("partNumber=") } == 3)
        let path = try RelativePath("a/big")
        let later = try bench.store()
        #expect(try await later.look(at: path) == item)
        #expect(try await later.vouchedDigest(of: path) == SHA256Digest.of(Self.bytes))
    }

    @Test func `parts that fail are sent again, and a lost last answer is no failure`()
        async throws
    {
        let bench = try await StoreBench()
        for deed in ["slow-down", "reset", "lose-answer", "internal"] {
            try bench.bucket.fail("PUT", "a/big", deed)
        }
        try bench.bucket.fail("POST", "a/big", "slow-down")
        let store = try bench.store()
        let writer = try await store.begin(try StoreBench.file("a/big", Self.bytes))
        try append(Self.bytes, to: writer)
        // The completion, not the beginning.
        try bench.bucket.fail("POST", "a/big", "lose-answer")
        _ = try await writer.commit()
        #expect(bench.bucket.bytes("maas/a/big") == Self.bytes)
    }

    @Test func `an answer that turns out an error after its status is asked for again`()
        async throws
    {
        let bucket = try await TestBucket.make()
        let client = bucket.client()
        let bytes = [UInt8](repeating: 7, count: 10)
        let id = try await client.beginParts("copy/late", headers: [])
        let part = try await client.putPart(1, bytes, of: "copy/late", in: id)
        try bucket.fail("POST", "copy/late$", "late-internal")
        _ = try await client.completeParts("copy/late", in: id, [part])
        #expect(bucket.bytes("copy/late") == bytes)
    }

    @Test func `a part that is refused ends the item with the store's words`() async throws {
        let bench = try await StoreBench()
        try bench.bucket.fail("PUT", "a/big", "full", times: 9)
        let store = try bench.store()
        let hold = try await store.hold(waiting: .zero)
        let writer = try await store.begin(try StoreBench.file("a/big", Self.bytes))
        let error = await #expect(throws: StoreError.self) {
            try append(Self.bytes, to: writer)
            _ = try await writer.commit()
        }
        #expect(error?.kind == .full)
        await hold.release()
        #expect(bench.bucket.bytes("maas/a/big") == nil)
        #expect(try await bench.bucket.client().uploads("maas/").isEmpty)
    }

    @Test func `an item that starts again holds the new bytes alone`() async throws {
        let bench = try await StoreBench()
        let store = try bench.store()
        let writer = try await store.begin(try StoreBench.file("a/big", Self.bytes))
        try append(StoreBench.noise(Self.part + 1000, seed: 9), to: writer)
        try writer.restart()
        #expect(writer.size == 0)
        try append(Self.bytes, to: writer)
        _ = try await writer.commit()
        #expect(bench.bucket.bytes("maas/a/big") == Self.bytes)
    }

    @Test(arguments: [3, bytes.count])
    func `an item over another waits for its name in the store`(count: Int) async throws {
        let bench = try await StoreBench()
        let store = try bench.store()
        try bench.bucket.write("maas/a/old", [1])
        let new = Array(Self.bytes.prefix(count))
        let file = try StoreBench.file("a/old", new)
        try append(new, to: try await store.begin(file))
        #expect(bench.bucket.bytes("maas/a/old") == [1])
        let again = try await store.begin(file)
        #expect(again.size == count)
        _ = try await again.commit()
        #expect(bench.bucket.bytes("maas/a/old") == new)
    }

    @Test func `an item that is given up leaves nothing`() async throws {
        let bench = try await StoreBench()
        let store = try bench.store()
        let hold = try await store.hold(waiting: .zero)
        let writer = try await store.begin(try StoreBench.file("a/big", Self.bytes))
        try append(Array(Self.bytes.prefix(Self.part + 9)), to: writer)
        try await writer.abandon()
        // One that is simply forgotten ends with the hold.
        let other = try await store.begin(try StoreBench.file("a/other", Self.bytes))
        try append(Array(Self.bytes.prefix(Self.part + 9)), to: other)
        await hold.release()
        #expect(bench.bucket.keys == [])
        var uploads = try await bench.bucket.client().uploads("maas/")
        while uploads.contains(where: { $0.key == "maas/a/big" }) {
            // Aborted in its own time.
            try await Task.sleep(for: .milliseconds(20))
            uploads = try await bench.bucket.client().uploads("maas/")
        }
        #expect(uploads == [])
    }

    @Test func `uploads that a killed run left are aborted, and no others`() async throws {
        let bench = try await StoreBench()
        let client = bench.bucket.client()
        for key in ["maas/a/stale", "maas/b/stale", "other/a"] {
            _ = try await client.beginParts(key, headers: [])
        }
        let store = try bench.store()
        let writer = try await store.begin(try StoreBench.file("a/big", Self.bytes))
        try append(Self.bytes, to: writer)
        _ = try await store.discardPartials(except: [])
        #expect(Set(try await client.uploads("").map(\.key)) == ["other/a", "maas/a/big"])
        _ = try await writer.commit()
        #expect(bench.bucket.bytes("maas/a/big") == Self.bytes)
    }

    @Test func `huge items have larger parts`() {
        let limits = S3Limits()
        #expect(limits.partBytes(of: 1) == 8 << 20)
        #expect(limits.partBytes(of: 60 << 30) == 8 << 20)
        #expect(Int64(limits.partBytes(of: 200 << 30)) * 10_000 >= 200 << 30)
    }
}
