import Foundation
import Testing

@testable import SimpleStreams

@Suite struct DirectoryStoreTests {
    private static func file(_ path: String, _ bytes: [UInt8]) throws -> FileEntry {
        FileEntry(
            path: try RelativePath(item: path), size: Int64(bytes.count),
            sha256: SHA256Digest.of(bytes))
    }

    private func put(_ path: String, _ bytes: [UInt8], in store: DirectoryStore) async throws {
        let writer = try store.begin(try Self.file(path, bytes))
        try writer.append(bytes.span.bytes)
        _ = try await writer.commit()
    }

    @Test func `reading a place that does not exist finds nothing and makes nothing`()
        async throws
    {
        let bench = MirrorBench()
        let store = bench.directoryStore
        let path = try RelativePath("a/b")
        #expect(try store.look(at: path) == nil)
        #expect(try store.document(at: path, limit: 10) == nil)
        #expect(try store.record(.state) == nil)
        #expect(try store.foreignHoldings().isEmpty)
        #expect(try store.partialSize(of: Self.file("a", [1])) == 0)
        #expect(try #require(try store.freeSpace()) > 0)
        #expect(!FileManager.default.fileExists(atPath: bench.directory))
    }

    @Test func `an item has its name only when it is committed`() async throws {
        let bench = MirrorBench()
        let store = bench.directoryStore
        let writer = try store.begin(try Self.file("a/b/c", [1, 2, 3]))
        try writer.append([UInt8]([1, 2, 3]).span.bytes)
        #expect(!bench.exists("a/b/c"))
        let item = try await writer.commit()
        #expect(bench.bytes("a/b/c") == [1, 2, 3])
        #expect(try store.look(at: RelativePath("a/b/c")) == item)
        #expect(try store.discardPartials(except: []) == 0, "nothing is left behind")
    }

    @Test func `a part is continued by its own item only`() async throws {
        let bench = MirrorBench()
        let store = bench.directoryStore
        let file = try Self.file("a/b", [1, 2, 3])
        try store.begin(file).append([UInt8]([1, 2]).span.bytes)
        #expect(try store.partialSize(of: file) == 2)
        let other = try Self.file("a/b", [1, 2, 4])
        #expect(try store.partialSize(of: other) == 0)
        #expect(try store.begin(other).size == 0)
        let writer = try store.begin(file)
        var held: [UInt8] = []
        try await writer.readBack { piece in
            piece.withUnsafeBytes { held += Array($0) }
            return true
        }
        #expect(writer.size == 2 && held == [1, 2])
        try writer.append([UInt8]([3]).span.bytes)
        _ = try await writer.commit()
        #expect(bench.bytes("a/b") == [1, 2, 3])
    }

    @Test func `a part whose note is torn, absent or too long is void`() throws {
        for spoil in 0..<3 {
            let bench = MirrorBench()
            let store = bench.directoryStore
            let file = try Self.file("a", [1, 2, 3])
            try store.begin(file).append([UInt8]([1, 2]).span.bytes)
            let stem = ".maas-boot/partial/\(PartRecord.name(of: file))"
            switch spoil {
            case 0: try bench.write("\(stem).json", Array("{\"file\": {\"pa".utf8))
            case 1: try FileManager.default.removeItem(atPath: "\(bench.directory)/\(stem).json")
            default: try bench.write("\(stem).part", [1, 2, 3, 4])
            }
            #expect(try store.partialSize(of: file) == 0)
            #expect(try store.begin(file).size == 0)
        }
    }

    @Test func `parts of items that are no longer wanted are discarded`() throws {
        let bench = MirrorBench()
        let store = bench.directoryStore
        let kept = try Self.file("a", [1, 2, 3])
        for file in [kept, try Self.file("b", [4, 5, 6])] {
            try store.begin(file).append([UInt8]([1, 2]).span.bytes)
        }
        #expect(try store.discardPartials(except: [kept]) > 0)
        #expect(try store.partialSize(of: kept) == 2)
        #expect(try store.partialSize(of: Self.file("b", [4, 5, 6])) == 0)
    }

    @Test func `a part of a small item is not kept between runs`() async throws {
        let bench = MirrorBench()
        let store = DirectoryStore(directory: bench.directory, smallestPart: 4)
        let rows: [(String, [UInt8], Int64)] = [("a", [1, 2, 3, 4], 2), ("b", [5, 6, 7], 0)]
        for (path, bytes, held) in rows {
            let file = try Self.file(path, bytes)
            try store.begin(file).append(Array(bytes.prefix(2)).span.bytes)
            #expect(try store.partialSize(of: file) == held)
            let writer = try store.begin(file)
            #expect(writer.size == held)
            try writer.append(Array(bytes.dropFirst(Int(held))).span.bytes)
            _ = try await writer.commit()
            #expect(bench.bytes(path) == bytes)
        }
        #expect(try store.discardPartials(except: []) == 0)
    }

    @Test func `what waits for a name that is taken is there when it is begun once more`()
        async throws
    {
        let bench = MirrorBench()
        let store = DirectoryStore(directory: bench.directory)
        for bytes in [[1, 2, 3], [4, 5]] as [[UInt8]] {
            let writer = try store.begin(try Self.file("a", bytes))
            try writer.append(bytes.span.bytes)
            if bytes == [1, 2, 3] { _ = try await writer.commit() }
        }
        #expect(bench.bytes("a") == [1, 2, 3])
        let waiting = try store.begin(try Self.file("a", [4, 5]))
        #expect(waiting.size == 2)
        _ = try await waiting.commit()
        #expect(bench.bytes("a") == [4, 5])
    }

    // MARK: Modes, room, rights

    @Test func `a web server can read all that is published, whatever the umask`() async throws {
        let bench = MirrorBench()
        let before = umask(0o077)
        defer { umask(before) }
        try await put("a/b/c", [1], in: bench.directoryStore)
        let document = StoredDocument(path: try RelativePath("streams/v1/x"), bytes: [1])
        try bench.directoryStore.publish([document])
        func mode(_ path: String) -> mode_t {
            var status = stat()
            lstat("\(bench.directory)/\(path)", &status)
            return status.st_mode & 0o777
        }
        #expect(
            ["", "a", "a/b", "streams", "streams/v1"].map(mode) == Array(repeating: 0o755, count: 5)
        )
        #expect(["a/b/c", "streams/v1/x"].map(mode) == [0o644, 0o644])
    }

    @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
    func `a place that may not be written is told as that`() async throws {
        let bench = MirrorBench()
        try bench.write("x", [1])
        chmod(bench.directory, 0o555)
        defer { chmod(bench.directory, 0o755) }
        await #expect {
            _ = try await bench.directoryStore.hold(waiting: .zero)
        } throws: { error in
            (error as? StoreError)?.kind == .denied
        }
    }

    @Test func `a volume that fills up is told as that, and the part is continued later`()
        async throws
    {
        let bench = MirrorBench()
        try bench.write("x", [1])
        guard mount("none", bench.directory, "tmpfs", 0, "size=256k") == 0 else {
            try Test.cancel("a small volume can be mounted by root only")
        }
        defer { umount(bench.directory) }
        var stream = SampleMirrorStream()
        stream.releases = ["focal"]
        stream.versions = ["20240802"]
        stream.size = 400_000
        bench.upstream.stream = stream
        let outcome = try await bench.run(
            options: {
                var options = MirrorBench.options
                options.spaceMargin = -1_000_000
                return options
            }()
        ).sync()
        #expect(!outcome.isPublished)
        #expect(
            outcome.failures.contains {
                if case .store(let error)? = $0.failure { error.kind == .full } else { false }
            })
        await #expect {
            try await bench.run().sync()
        } throws: { error in
            guard case .noSpace? = error as? MirrorError else { return false }
            return true
        }
        mount("none", bench.directory, "tmpfs", 32 /* MS_REMOUNT */, "size=1m")
        let next = try await bench.sync()
        #expect(next.plan.fetches.contains { $0.held > 100_000 })
    }

    // MARK: Documents, locks, removal

    @Test func `a reader sees a document whole, before or after`() async throws {
        let bench = MirrorBench()
        let path = try RelativePath("streams/v1/index.sjson")
        let texts = [UInt8(1), 2].map { [UInt8](repeating: $0, count: 100_000) }
        try bench.directoryStore.publish([StoredDocument(path: path, bytes: texts[0])])
        await withTaskGroup { group in
            group.addTask { @concurrent in
                for turn in 0..<100 {
                    try? bench.directoryStore.publish(
                        [StoredDocument(path: path, bytes: texts[turn % 2])])
                }
            }
            group.addTask { @concurrent in
                for _ in 0..<200 {
                    let seen = bench.bytes(path.text)
                    #expect(seen == texts[0] || seen == texts[1])
                }
            }
        }
    }

    @Test func `a hold ends when it is released, and waiting for it has an end`() async throws {
        let bench = MirrorBench()
        let first = try await bench.directoryStore.hold(waiting: .zero)
        await #expect(throws: StoreError.self) {
            try await bench.directoryStore.hold(waiting: .milliseconds(150))
        }
        async let second = bench.directoryStore.hold(waiting: .seconds(60))
        await first.release()
        let next = try await second
        await next.release()
    }

    @Test func `deleting an item takes empty directories along, and no others`() async throws {
        let bench = MirrorBench()
        try await put("a/b/c/d", [1], in: bench.directoryStore)
        try bench.write("a/mine", [2])
        try bench.directoryStore.delete(RelativePath("a/b/c/d"))
        #expect(!bench.exists("a/b") && bench.exists("a/mine"))
        try bench.directoryStore.delete(RelativePath("a/b/c/d"))
    }

    @Test func `a document over the limit is not read to its end`() throws {
        let bench = MirrorBench()
        try bench.write("x", [UInt8](repeating: 0, count: 5000))
        #expect(throws: StoreError.self) {
            try bench.directoryStore.document(at: RelativePath("x"), limit: 4999)
        }
        #expect(
            try bench.directoryStore.document(at: RelativePath("x"), limit: 5000)?.count == 5000)
    }
}
