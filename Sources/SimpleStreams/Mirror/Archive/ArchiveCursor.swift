/// A place in an archive that is being read.
struct ArchiveCursor: Sendable {
    /// Bytes read at once.
    static let piece = 1 << 20

    let input: any ArchiveInput
    /// The next byte to read.
    private(set) var offset: Int64 = 0

    init(_ input: any ArchiveInput) {
        self.input = input
    }

    /// Whether a place can still be reached.
    func reaches(_ place: Int64) -> Bool { input.size != nil || place >= offset }

    /// Reads some bytes: at least one, at most so many.
    ///
    /// - Parameter what: what is being read, for messages.
    mutating func some(_ most: Int64, of what: RelativePath) async throws(ArchiveError) -> [UInt8] {
        let bytes = try await input.read(at: offset, Int(min(most, Int64(Self.piece))))
        guard !bytes.isEmpty else {
            let offset = min(offset, input.size ?? offset)
            throw ArchiveError(
                input.size == nil ? .interrupted : .truncated,
                "\(input.name) ends after \(offset) bytes, within \(what)",
                hint: "copy it again; what came is kept, and unpacking goes on from there",
                paths: [what.text])
        }
        offset += Int64(bytes.count)
        return bytes
    }

    /// Reads so many bytes.
    mutating func bytes(_ count: Int64, of what: RelativePath) async throws(ArchiveError) -> [UInt8]
    {
        var bytes: [UInt8] = []
        while Int64(bytes.count) < count {
            bytes += try await some(count - Int64(bytes.count), of: what)
        }
        return bytes
    }

    /// Goes to a place; in a stream by reading what lies between.
    mutating func move(to place: Int64, of what: RelativePath) async throws(ArchiveError) {
        if input.size != nil { offset = place }
        while offset < place { _ = try await some(place - offset, of: what) }
    }

    /// Reads the header of an entry, which must be the expected one.
    mutating func open(_ entry: PackLayout.Entry) async throws(ArchiveError) {
        let path = entry.file.path
        try await move(to: entry.start, of: path)
        let found = try await bytes(Int64(entry.header.count), of: path)
        guard found == entry.header else { throw misplaced(entry, found) }
    }

    /// Reads a small file whole, which must be the expected one.
    mutating func content(of entry: PackLayout.Entry) async throws(ArchiveError) -> [UInt8] {
        try await open(entry)
        let bytes = try await bytes(entry.file.size, of: entry.file.path)
        guard SHA256Digest.of(bytes) == entry.file.sha256 else {
            throw ArchiveError(
                .damaged, "\(entry.file.path) in \(input.name) is not what the manifest says",
                hint: "the archive was damaged on its way: copy it again",
                paths: [entry.file.path.text])
        }
        return bytes
    }
}
