import SimpleStreams
import TestSupport
import Testing
import Transport

@testable import ObjectStore

@Suite(.enabled(if: ObjectStoreServer.isThere, "needs .venv-moto (make setup)"))
struct S3StoreTests {
    @Test func `a small item is one request, labelled, and vouched for`() async throws {
        let bench = try await StoreBench()
        let store = try bench.store()
        let bytes = StoreBench.noise(1000)
        let item = try await bench.place("noble/amd64/20250101/kernel", bytes, in: store)
        #expect(bench.bucket.bytes("maas/noble/amd64/20250101/kernel") == bytes)
        #expect(bench.bucket.requests.count { $0.method == "PUT" } == 1)
        let later = try bench.store()
        let path = try RelativePath("noble/amd64/20250101/kernel")
        #expect(try await later.look(at: path) == item)
        #expect(try await later.vouchedDigest(of: path) == SHA256Digest.of(bytes))
        let answer = try await HTTPClient().send(
            HTTPRequest(.get, "\(bench.bucket.url)/maas/\(path)"))
        #expect(answer.headers.value(of: "Content-Type") == "application/octet-stream")
        #expect(answer.headers.value(of: "Cache-Control") == "immutable")
    }

    @Test func `reading creates nothing, and what is not there is nothing`() async throws {
        let bench = try await StoreBench()
        let store = try bench.store()
        let path = try RelativePath("streams/v1/index.sjson")
        #expect(try await store.look(at: path) == nil)
        #expect(try await store.document(at: path, limit: 100) == nil)
        #expect(try await store.record(.state) == nil)
        #expect(try await store.vouchedDigest(of: path) == nil)
        #expect(store.freeSpace() == nil)
        #expect(bench.bucket.keys.isEmpty)
    }

    @Test func `looks at a thousand items are one request for each name in the root`()
        async throws
    {
        let bench = try await StoreBench()
        for name in ["a/x", "a/y", "b/z"] { try bench.bucket.write("maas/\(name)", [1]) }
        let store = try bench.store()
        for name in ["a/x", "a/y", "a/none", "b/z"] {
            _ = try await store.look(at: try RelativePath(name))
        }
        #expect(bench.bucket.requests.count == 2)
    }

    @Test func `a listing goes on behind the keys of one request`() async throws {
        let bench = try await StoreBench()
        let names = (0..<5).map { "maas/a/\($0)+ ü&" }
        for name in names { try bench.bucket.write(name, []) }
        let objects = try await bench.bucket.client().list("maas/", perRequest: 2)
        #expect(objects.map(\.key) == names)
        #expect(bench.bucket.requests.count == 3)
    }

    @Test func `documents and records are replaced whole and read back`() async throws {
        let bench = try await StoreBench()
        let store = try bench.store()
        let path = try RelativePath("index.html")
        for text in ["one", "two"] {
            try await store.publish([StoredDocument(path: path, bytes: Array(text.utf8))])
            #expect(try await store.document(at: path, limit: 10) == Array(text.utf8))
        }
        try await store.setRecord(.state, to: [7])
        #expect(try await store.record(.state) == [7])
        #expect(bench.bucket.bytes("maas/.maas-boot/state.json") == [7])
        await #expect(throws: StoreError.self) { try await store.document(at: path, limit: 2) }
    }

    @Test(arguments: [0, 1, 4096, 4097, 10_000])
    func `an item is read back in pieces`(count: Int) async throws {
        let bench = try await StoreBench()
        let store = try bench.store(partSize: 4096)
        let bytes = StoreBench.noise(count)
        try bench.bucket.write("maas/a/b", bytes)
        var read: [UInt8] = []
        try await store.read(try RelativePath("a/b")) { piece in
            piece.withUnsafeBytes { read += $0 }
            return true
        }
        #expect(read == bytes)
    }

    @Test func `what is deleted is gone, twice if need be`() async throws {
        let bench = try await StoreBench()
        let store = try bench.store()
        let path = try RelativePath("a/b")
        try await bench.place("a/b", [1], in: store)
        for _ in 0..<2 { try await store.delete(path) }
        #expect(try await store.look(at: path) == nil)
        #expect(bench.bucket.keys.isEmpty)
    }

    @Test func `a store that is busy is asked again`() async throws {
        let bench = try await StoreBench()
        let store = try bench.store()
        try bench.bucket.fail("PUT", "a/b", "slow-down", times: 2)
        try bench.bucket.fail("PUT", "a/b", "internal")
        try bench.bucket.fail("PUT", "a/b", "reset")
        try bench.bucket.fail("PUT", "a/b", "lose-answer")
        try await bench.place("a/b", [1, 2], in: store)
        #expect(bench.bucket.bytes("maas/a/b") == [1, 2])
    }

    @Test func `what the store refuses is told with its words and what to do`() async throws {
        let bench = try await StoreBench()
        try bench.bucket.fail("PUT", "a/denied", "denied")
        try bench.bucket.fail("PUT", "a/full", "full")
        let store = try bench.store()
        let denied = await #expect(throws: StoreError.self) {
            try await bench.place("a/denied", [1], in: store)
        }
        #expect(denied?.kind == .forbidden)
        #expect(denied?.detail.contains("AccessDenied") == true)
        #expect(denied?.hint?.contains("PutObject") == true)
        let full = await #expect(throws: StoreError.self) {
            try await bench.place("a/full", [1], in: store)
        }
        #expect(full?.kind == .full)
        let wrong = S3Credentials(accessKey: "AKIDEXAMPLE", secretKey: "of-nobody")
        let other = try bench.store(client: bench.bucket.client(keys: wrong))
        let refused = await #expect(throws: StoreError.self) {
            _ = try await other.record(.state)
        }
        #expect(refused?.kind == .unauthenticated)
        #expect(refused?.hint?.contains("AWS_SECRET_ACCESS_KEY") == true)
        #expect(refused?.detail.contains("of-nobody") == false)
    }

    @Test func `a bucket that is not there is an error, not an empty mirror`() async throws {
        let bench = try await StoreBench()
        let nobody = TestBucket(server: bench.bucket.server, name: "nobody-made-this")
        let store = S3Store(
            nobody.client(), at: try S3Location("s3://\(nobody.name)"),
            labels: ObjectLabels(type: { _ in "" }, caching: { _ in "" }))
        let error = await #expect(throws: StoreError.self) { _ = try await store.record(.state) }
        #expect(error?.kind == .missing)
        #expect(error?.hint?.contains("make the bucket") == true)
    }

    @Test(.enabled(if: ObjectStoreServer.isMoto, "needs keys of its own"))
    func `temporary keys work with their token and not without`() async throws {
        let bench = try await StoreBench()
        let keys = try bench.bucket.temporaryKeys()
        let store = try bench.store(client: bench.bucket.client(keys: keys))
        try await bench.place("a/b", [1], in: store)
        let bare = S3Credentials(accessKey: keys.accessKey, secretKey: keys.secretKey)
        let other = try bench.store(client: bench.bucket.client(keys: bare))
        let error = await #expect(throws: StoreError.self) {
            try await bench.place("a/c", [1], in: other)
        }
        #expect(error?.kind == .unauthenticated)
    }
}
