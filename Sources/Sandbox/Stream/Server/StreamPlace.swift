/// Where in which line a path from the root leads.
struct StreamPlace: Sendable, Hashable {
    let line: StreamLine
    /// Below the line's root.
    let path: String

    /// The document there, when it is a document's place.
    var document: StreamDocumentName? { StreamDocumentName(path: path) }

    /// Reads a path from the root; nil when it is in no line.
    init?(_ path: String) {
        for line in StreamLine.allCases where path.hasPrefix("/" + line.folder) {
            self.line = line
            self.path = String(path.dropFirst(line.folder.count + 1))
            return
        }
        return nil
    }
}
