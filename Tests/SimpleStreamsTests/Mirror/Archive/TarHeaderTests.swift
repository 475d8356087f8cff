import Foundation
import Subprocess
import Testing

@testable import SimpleStreams

/// Headers are what the system's tar understands.
@Suite struct TarHeaderTests {
    /// Lists an archive of one file with the system's tar.
    private func list(_ path: String, size: Int64, content: [UInt8] = []) async throws -> String {
        let header = TarHeader.bytes(path: try RelativePath(path), size: size, time: 86_400)
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        let end = content.isEmpty && size > 0 ? [] : TarHeader.trailer
        let padding = [UInt8](repeating: 0, count: TarHeader.padding(after: Int64(content.count)))
        try Data(header + content + padding + end).write(to: file)
        let result = try await Subprocess.run(
            .name("tar"),
            arguments: ["--utc", "--full-time", "--quoting-style=literal", "-tvf", file.path],
            environment: .inherit.updating(["LC_ALL": "C.UTF-8"]), output: .string(limit: 1 << 16),
            error: .discarded)
        return result.standardOutput
    }

    @Test(arguments: [
        "a", "noble/amd64/20240801/squashfs", String(repeating: "n", count: 100),
        String(repeating: "d", count: 155) + "/" + String(repeating: "n", count: 100),
        String(repeating: "d", count: 156) + "/n", String(repeating: "n", count: 101),
        "é/ü", String(repeating: "long/", count: 200) + "name",
    ])
    func `tar lists any path`(path: String) async throws {
        let listed = try await list(path, size: 5, content: Array("hello".utf8))
        #expect(listed == "-rw-r--r-- 0/0               5 1970-01-02 00:00:00 \(path)\n")
    }

    @Test(arguments: [0, 1, 0o777_7777_7777, 0o777_7777_7777 + 1, 20 << 30] as [Int64])
    func `tar lists any size`(size: Int64) async throws {
        let listed = try await list("big", size: size)
        #expect(listed.hasPrefix("-rw-r--r-- 0/0 "))
        #expect(listed.contains(" \(size) 1970-01-02 00:00:00 big\n"), "\(listed)")
    }

    @Test(arguments: [(0, 0), (1, 511), (511, 1), (512, 0), (513, 511)] as [(Int64, Int)])
    func `content is filled up to the next block`(size: Int64, padding: Int) {
        #expect(TarHeader.padding(after: size) == padding)
    }

    @Test func `reads its own size back, and no other kind of entry`() throws {
        var header = TarHeader.bytes(path: try RelativePath("a"), size: 1234, time: 0)
        #expect(TarHeader.size(in: header) == 1234)
        header[156] = UInt8(ascii: "2")
        #expect(TarHeader.size(in: header) == nil)
        #expect(TarHeader.told(header) == #"a symbolic link named "a""#)
    }
}
