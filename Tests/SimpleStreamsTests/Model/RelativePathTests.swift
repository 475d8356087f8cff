import SimpleStreams
import Testing

@Suite struct RelativePathTests {
    @Test(arguments: [
        "a", "a/b", "noble/amd64/20240821/squashfs",
        "bootloaders/uefi/amd64/20240821.0/grub.tar.xz",
        "a..b", "...", "a/.hidden", "caf\u{e9}/x", "100%", "100%/2", "a%g0", "x-y/z-",
        String(repeating: "x", count: 255),
    ])
    func `takes plain paths as they are`(text: String) throws {
        #expect(try RelativePath(text).text == text)
    }

    @Test(arguments: [
        ("", PathRefusal.Reason.empty), ("/", .absolute), ("/etc/passwd", .absolute),
        ("..", .dotComponent), ("a/..", .dotComponent), ("../a", .dotComponent),
        ("a/../b", .dotComponent), (".", .dotComponent), ("a/./b", .dotComponent),
        ("a//b", .emptyComponent), ("a/", .emptyComponent),
        ("a\0b", .controlCharacter), ("a\nb", .controlCharacter), ("a\u{7f}", .controlCharacter),
        ("a\u{85}b", .controlCharacter), ("a\\b", .backslash), ("..\\x", .backslash),
        ("%2e%2e/x", .percentForm), ("a%2Fb", .percentForm), ("%%2e", .percentForm),
        ("a%00", .percentForm), ("-rf", .leadingDash), ("a/-rf", .leadingDash),
        ("a?b", .urlDelimiter), ("a#b", .urlDelimiter),
        (String(repeating: "x", count: 256), .longComponent),
        (String(repeating: "x/", count: 2100) + "x", .tooLong),
    ])
    func `refuses what could lead elsewhere`(text: String, reason: PathRefusal.Reason) {
        let error = #expect(throws: PathRefusal.self) { try RelativePath(text) }
        #expect(error?.reason == reason)
        #expect(error?.path == text)
    }

    @Test func `refuses bytes that are not UTF-8`() {
        let error = #expect(throws: PathRefusal.self) { try RelativePath(bytes: [0x61, 0xFF]) }
        #expect(error?.reason == .notUTF8)
    }

    @Test(arguments: [
        "streams/v1/index.sjson", "STREAMS/x", ".data/references.json", ".maas-boot/state",
        "Index.HTML", ".x",
    ])
    func `an item stays clear of the mirror's own names`(text: String) throws {
        _ = try RelativePath(text)
        let error = #expect(throws: PathRefusal.self) { try RelativePath(item: text) }
        #expect(error?.reason == .reserved)
    }

    @Test func `a slash is a slash, whatever mark follows it`() throws {
        let path = try RelativePath("a/\u{301}b/c")
        #expect(path.components.map(\.utf8.count) == [1, 3, 1] && path.name == "c")
        for text in ["streams/\u{301}x", "\u{17f}treams/x", ".data/\u{301}"] {
            let error = #expect(throws: PathRefusal.self) { try RelativePath(item: text) }
            #expect(error?.reason == .reserved)
        }
    }

    @Test func `metadata stays below streams`() throws {
        #expect(try RelativePath(metadata: "streams/v1/a.sjson").name == "a.sjson")
        for text in ["noble/a.sjson", "streams", "streamsx/a"] {
            let error = #expect(throws: PathRefusal.self) { try RelativePath(metadata: text) }
            #expect(error?.reason == .outsideStreams)
        }
    }

    @Test func `two spellings of one letter are two paths`() throws {
        let composed = try RelativePath("caf\u{e9}")
        let decomposed = try RelativePath("cafe\u{301}")
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
    }

    @Test func `a refusal is fit for a terminal`() {
        let error = #expect(throws: PathRefusal.self) { try RelativePath("a\u{1b}[31m\n") }
        #expect(error?.description.contains("\u{1b}") == false)
        #expect(error?.description.contains("\n") == false)
    }
}
