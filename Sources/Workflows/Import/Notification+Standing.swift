package import MAAS

extension Notification {
    /// Whether this notice speaks against the import that is being watched.
    ///
    /// A notice that is new counts. One that stood before counts only when a whole import did not
    /// make it go away: up to 3.7 regions remove `Image importer` on success and reuse its id. On
    /// 3.8 the notices of a manifest outlive their source, so those of unknown sources never count.
    package func isStanding(
        since known: [Notification], cycleSeen: Bool, sources: Set<Int>
    ) -> Bool {
        guard isAboutImages, category == "error" || category == "warning" else { return false }
        if let source = manifestSource, !sources.contains(source) { return false }
        if !known.contains(where: { $0.id == id && $0.message == message }) { return true }
        return cycleSeen && ident == "Image importer"
    }

    /// The source of `Image manifest fetcher (boot source 3)`.
    private var manifestSource: Int? {
        guard let ident, let match = ident.firstMatch(of: /\(boot source (\d+)\)/) else {
            return nil
        }
        return Int(match.1)
    }
}
