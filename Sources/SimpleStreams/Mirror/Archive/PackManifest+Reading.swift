internal import FoundationEssentials

extension PackManifest {
    /// Bytes in the longest upstream address taken.
    private static let longestUpstream = 2048
    /// Documents in the largest stream taken; real ones have two or three.
    private static let mostDocuments = 1000
    /// Bytes in all files of the largest archive taken: a pebibyte.
    private static let mostBytes: Int64 = 1 << 50

    /// Reads a manifest. It is data from outside: nobody signed it.
    package init(reading bytes: [UInt8]) throws(ArchiveError) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let form = try? decoder.decode(Form.self, from: Data(bytes))
        guard let form else { throw Self.wrong("it is not JSON with a \"format\"") }
        guard form.format == Self.currentFormat else {
            throw ArchiveError(
                .unsupported, "the archive's format is \(PrintableText.quote(form.format))",
                hint: "this program reads \(Self.currentFormat); is there a newer one?")
        }
        do {
            self = try decoder.decode(PackManifest.self, from: Data(bytes))
        } catch let refusal as PathRefusal {
            throw ArchiveError(
                .refused, "the archive's manifest: \(refusal)", paths: [refusal.path])
        } catch {
            throw Self.wrong("\(error)")
        }
        try check()
    }

    private struct Form: Decodable {
        let format: String
    }

    private static func wrong(_ reason: String) -> ArchiveError {
        ArchiveError(.damaged, "the archive's manifest cannot be used: \(reason)")
    }

    private func check() throws(ArchiveError) {
        try checkUpstream()
        try checkPaths()
        let all = documents + items + reliesOn
        if let file = all.first(where: { $0.size < 0 || $0.size > Self.mostBytes }) {
            throw Self.wrong("\(file.path) cannot have \(file.size) bytes")
        }
        let isTooLong = { (file: FileEntry) in file.size > ProductsDocument.maximumBytes }
        if let document = documents.first(where: isTooLong) {
            throw Self.wrong("\(document.path) is too long for metadata")
        }
        guard documents.count <= Self.mostDocuments, totals.bytes <= Self.mostBytes else {
            throw Self.wrong("it is too large")
        }
        guard totals == Self.sums(documents, items, reliesOn) else {
            throw Self.wrong("its sums are wrong")
        }
        guard documents.contains(where: { $0.path == indexPath }), !parts.isEmpty else {
            throw Self.wrong("it has no index, or no filters")
        }
    }

    private func checkUpstream() throws(ArchiveError) {
        let isAddress = upstream.hasPrefix("http://") || upstream.hasPrefix("https://")
        guard isAddress, upstream.utf8.count <= Self.longestUpstream,
            upstream.utf8.allSatisfy({ (0x21...0x7e).contains($0) })
        else { throw Self.wrong("its upstream is \(PrintableText.quote(upstream))") }
    }

    private func checkPaths() throws(ArchiveError) {
        var seen: Set<RelativePath> = []
        do throws(PathRefusal) {
            for file in documents { _ = try RelativePath(metadata: file.path.text) }
            for file in items + reliesOn { _ = try RelativePath(item: file.path.text) }
        } catch {
            throw ArchiveError(.refused, "the archive's manifest: \(error)", paths: [error.path])
        }
        for file in documents + items + reliesOn where !seen.insert(file.path).inserted {
            throw ArchiveError(
                .refused, "the archive's manifest names \(file.path) twice",
                paths: [file.path.text])
        }
    }
}
