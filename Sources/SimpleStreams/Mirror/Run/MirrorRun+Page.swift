internal import FoundationEssentials

extension MirrorState {
    /// Writes the page for people at the mirror's root, by what this state says.
    ///
    /// - Returns: what kept the page from being written; nothing else depends on it.
    func writePage(to store: any Store, now: Date) async -> [MirrorWarning] {
        guard indexPath != nil else { return [] }
        do {
            let path = try RelativePath(MirrorPage.name)
            let page = Array(MirrorPage(listing: MirrorListing(self, now: now)).html.utf8)
            if let known = try await store.document(at: path, limit: MirrorPage.largest) {
                guard MirrorPage.isOwn(known), known != page else { return [] }
            }
            try await store.publish([StoredDocument(path: path, bytes: page)])
            return []
        } catch {
            return [.pageNotWritten("\(error)")]
        }
    }
}
