extension StreamFault {
    /// A fault as the command line names it.
    package struct Named: Sendable {
        /// The name before an equals sign.
        package let name: String
        /// What follows the equals sign, in brackets where it may be left out; nil when nothing may.
        package let value: String?
        /// One line on what goes wrong.
        package let summary: String

        let make: @Sendable (String?) -> StreamFault?

        private init(
            _ name: String, _ value: String?, _ summary: String,
            make: @escaping @Sendable (String?) -> StreamFault?
        ) {
            self.name = name
            self.value = value
            self.summary = summary
            self.make = make
        }

        static func plain(_ name: String, _ summary: String, _ fault: StreamFault) -> Named {
            Named(name, nil, summary) { $0 == nil ? fault : nil }
        }

        static func number(
            _ name: String, _ value: String, _ summary: String,
            _ make: @escaping @Sendable (Int) -> StreamFault
        ) -> Named {
            Named(name, value, summary) { $0.flatMap { Int($0) }.map(make) }
        }

        static func text(
            _ name: String, _ value: String, _ summary: String,
            _ make: @escaping @Sendable (String) -> StreamFault
        ) -> Named {
            Named(name, value, summary) { $0.map(make) }
        }
    }

    /// Every fault the command line knows, with its line of documentation.
    package static let named: [Named] = answers + delivery + content + signatures + documents

    private static let answers: [Named] = [
        .number("status", "CODE", "this status in place of the file") { .status($0) },
        .plain("redirect-loop", "302 to the path itself", .redirect()),
        .text("redirect", "URL", "302 to this URL") { .redirect(to: $0) },
        .plain("directory-listing", "a page of file names in place of the file", .directoryListing),
    ]

    private static let delivery: [Named] = [
        .plain("silent", "requests are read and never answered", .silent),
        .plain("dropped", "connections are closed without an answer", .dropped),
        .number("stall", "BYTES", "so many bytes, then never any more") { .stall(after: $0) },
        .number("slow", "BYTES", "so many bytes a second") { .slow(bytesPerSecond: $0) },
        .number("reset", "BYTES", "so many bytes, then a reset") { .reset(after: $0) },
        .number("cut", "BYTES", "so many bytes, then the connection ends") { .cut(after: $0) },
        .plain("ignores-range", "parts are asked for, the whole is sent", .ignoresRange),
        .plain("wrong-content-range", "parts are off by one byte", .wrongContentRange),
        .plain("chunked", "bodies are chunked, of unsaid length", .chunked),
    ]

    private static let content: [Named] = [
        .number("longer", "BYTES", "so many bytes more at the end") { .longer(by: $0) },
        .plain("endless", "zeros without end behind the file", .endless),
        .number("flipped-byte", "POSITION", "one byte is another") { .flippedByte(at: $0) },
        .plain("other-content", "other bytes of the same size", .otherContent),
        .plain("garbage", "4 KiB that mean nothing", .garbage),
        .number("enormous", "BYTES", "so many spaces") { .enormous(bytes: $0) },
        .number("gzip-bomb", "BYTES", "so many zeros when unpacked") { .gzipBomb(bytes: $0) },
    ]

    private static let signatures: [Named] = [
        .plain("unsigned", "documents have no signature", .unsigned),
        .plain("tampered", "documents are changed after signing", .tampered),
        .plain("resigned", "documents are signed by another key", .resigned),
        .plain("expired-key", "documents are signed by a key that has expired", .expiredKey),
    ]

    private static let documents: [Named] = [
        .plain("rolled-back", "the documents of the publication before", .rolledBack),
        .plain("frozen", "the documents of now, whatever is published", .frozen),
        .plain(
            "publishes-after-index", "the stream changes once an index was read",
            .publishesAfterIndex),
        .text("updated", "TEXT", "documents say they are of this time") { .updated($0) },
        .text("item-path", "PATH", "an item has this path") { .itemPath($0) },
        .text("item-size", "JSON", "an item has this size") { .itemSize($0) },
        .text("products-path", "PATH", "the index gives this path") { .productsPath($0) },
        .text("content-id", "ID", "the images have this content id") { .contentID($0) },
        .plain("duplicate-keys", "an item has its sha256 and path twice", .duplicateKeys),
        .number("deep", "LEVELS", "documents nest so deep") { .deep(levels: $0) },
        .plain("without-bootloaders", "there are no boot loaders", .withoutBootloaders),
        .text("without-release", "NAME", "there is nothing of this release") {
            .withoutRelease($0)
        },
    ]
}
