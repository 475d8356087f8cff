import Foundation
import Glibc
import Testing

@testable import SimpleStreams

@Suite struct ArchiveDraftTests {
    private let room = FileManager.default.temporaryDirectory
        .appending(path: "draft-\(UUID().uuidString)").path

    init() throws {
        try FileManager.default.createDirectory(
            atPath: room, withIntermediateDirectories: false)
    }

    private func contents(_ name: String) -> Data? {
        FileManager.default.contents(atPath: "\(room)/\(name)")
    }

    private func write(_ bytes: [UInt8], to draft: ArchiveDraft) throws {
        try draft.write(bytes.span.bytes)
    }

    @Test func `what stands at the draft's name is not written to`() throws {
        defer { try? FileManager.default.removeItem(atPath: room) }
        // A file that somebody holds open, and a link out of the directory.
        for isLink in [false, true] {
            let planted = "\(room)/planted"
            try Data([9]).write(to: URL(filePath: planted))
            let stands =
                isLink ? symlink(planted, "\(room)/a.partial") : link(planted, "\(room)/a.partial")
            #expect(stands == 0)
            let draft = try ArchiveDraft("\(room)/a")
            try write([1, 2], to: draft)
            try draft.keep()
            #expect(contents("a") == Data([1, 2]))
            #expect(contents("planted") == Data([9]))
        }
    }

    @Test func `two runs at once do not take each other's draft for their own`() throws {
        defer { try? FileManager.default.removeItem(atPath: room) }
        let first = try ArchiveDraft("\(room)/a")
        try write([1], to: first)
        let second = try ArchiveDraft("\(room)/a")
        let error = #expect(throws: ArchiveError.self) { try first.keep() }
        #expect(error?.detail.contains("another run") == true)
        first.discard()
        try write([2], to: second)
        try second.keep()
        #expect(contents("a") == Data([2]))
    }
}
