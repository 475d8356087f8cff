import Testing

@testable import SimpleStreams

@Suite struct ObservationTests {
    @Test func `a file counts unread only when this mirror proved it and nobody touched it`()
        throws
    {
        let file = FileEntry(
            path: try RelativePath("a"), size: 5, sha256: SHA256Digest.of([1]))
        let other = FileEntry(path: file.path, size: 5, sha256: SHA256Digest.of([2]))
        let found = StoredItem(size: 5, stamp: 7)
        typealias Row = (found: StoredItem?, record: FileRecord?, readsAll: Bool, is: FirstLook)
        let rows: [Row] = [
            (nil, nil, false, .known(.absent)),
            (nil, FileRecord(file: file, stamp: 7), false, .known(.absent)),
            (
                StoredItem(size: 4, stamp: 7), FileRecord(file: file, stamp: 7), false,
                .known(.wrongSize(4))
            ),
            (found, FileRecord(file: file, stamp: 7), false, .known(.right(found))),
            (found, FileRecord(file: file, stamp: 7), true, .needsReading(found)),
            (found, FileRecord(file: file, stamp: 8), false, .needsReading(found)),
            (found, FileRecord(file: file), false, .needsReading(found)),
            (found, FileRecord(file: other, stamp: 7), false, .needsReading(found)),
            (found, nil, false, .needsReading(found)),
        ]
        for row in rows {
            #expect(
                FirstLook.judge(
                    file, found: row.found, record: row.record, readsAll: row.readsAll) == row.is)
        }
    }
}
