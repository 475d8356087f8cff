extension ArchiveSource {
    /// Compares what the signed metadata asks for with what the archive has.
    package nonisolated func review(_ plan: MirrorPlan) throws(MirrorError) {
        let held = Dictionary(uniqueKeysWithValues: manifest.items.map { ($0.path, $0) })
        let wanted = plan.fetches.map(\.file)
        let others = wanted.filter { held[$0.path] != nil && held[$0.path] != $0 }
        guard others.isEmpty else {
            throw .archive(
                ArchiveError(
                    .damaged,
                    "\(place) has other content than the signed metadata says for "
                        + ArchiveError.list(others.map(\.path.text)),
                    paths: others.map(\.path.text)))
        }
        let named = Set((wanted + plan.kept).map(\.path))
        let strangers = manifest.items.map(\.path).filter { !named.contains($0) }.map(\.text)
        guard strangers.isEmpty else {
            throw .archive(
                ArchiveError(
                    .refused,
                    "\(place) has files that its signed metadata does not name: "
                        + ArchiveError.list(strangers), paths: strangers))
        }
        let missing = wanted.map(\.path).filter { held[$0] == nil }.map(\.text)
        guard missing.isEmpty else { throw .archive(lacking(missing)) }
    }

    private nonisolated func lacking(_ paths: [String]) -> ArchiveError {
        ArchiveError(
            .lacking,
            "\(place) relies on \(Counted.text(paths.count, "file")) not in this mirror, or not "
                + "right there: " + ArchiveError.list(paths),
            hint: "unpack the archives before it first, or pack anew with --since and this "
                + "mirror's own record (.maas-boot/state.json)",
            paths: paths)
    }
}
