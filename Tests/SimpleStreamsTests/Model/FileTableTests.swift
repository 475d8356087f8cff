import SimpleStreams
import Testing

@Suite struct FileTableTests {
    private static func file(
        _ path: String, size: Int64 = 7, digit: String = "a"
    ) throws -> FileEntry {
        FileEntry(
            path: try RelativePath(path), size: size,
            sha256: try #require(SHA256Digest(hexadecimal: String(repeating: digit, count: 64))))
    }

    private static func name(_ product: String) -> ItemName {
        ItemName(contentID: "c", product: product, version: "20240821", item: "squashfs")
    }

    @Test func `a shared file counts once`() throws {
        var table = FileTable()
        #expect(try table.add(Self.file("s"), namedBy: Self.name("p")))
        #expect(try !table.add(Self.file("s"), namedBy: Self.name("q")))
        #expect(try table.add(Self.file("t"), namedBy: Self.name("q")))
        #expect(table.files.map(\.path.text) == ["s", "t"])
        #expect(table.totalSize == 14)
        #expect(table.file(at: try RelativePath("t"))?.size == 7)
        #expect(table.file(at: try RelativePath("u")) == nil)
    }

    @Test func `two contents at one path are an error that names both`() throws {
        for other in [try Self.file("s", size: 8), try Self.file("s", digit: "b")] {
            var table = FileTable()
            try table.add(Self.file("s"), namedBy: Self.name("p"))
            let error = #expect(throws: FileConflict.self) {
                try table.add(other, namedBy: Self.name("q"))
            }
            #expect(error?.second == other)
            #expect(error?.description.contains("p 20240821 squashfs (7 bytes") == true)
            #expect(error?.description.contains("q 20240821 squashfs (\(other.size)") == true)
        }
    }
}
