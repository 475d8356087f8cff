/// The form behind POST and PUT of a selection, with its validation against the source's cache.
struct SelectionForm {
    let fields: FormFields

    /// Puts the fields given into `selection` and checks the whole.
    func apply(
        to selection: inout BootSourceSelection, _ state: RegionState
    ) throws(RegionError) {
        if let os = fields["os"] { selection.os = os }
        if let release = fields["release"] { selection.release = release }
        set(&selection.arches, "arches")
        set(&selection.subarches, "subarches")
        set(&selection.labels, "labels")
        try check(selection, state)
    }

    private func set(_ list: inout [String], _ name: String) {
        let values = fields.all(name)
        if !values.isEmpty { list = values }
    }

    private func check(
        _ selection: BootSourceSelection, _ state: RegionState
    ) throws(RegionError) {
        let images = try available(selection, state)
        try checkList("arches", selection.arches, Set(images.map(\.arch)))
        try checkList("subarches", selection.subarches, Set(images.flatMap(\.subarches)))
        try checkList("labels", selection.labels, Set(images.map(\.label)))
        let isTaken = state.selections.contains {
            $0.id != selection.id && $0.sourceID == selection.sourceID && $0.os == selection.os
                && $0.release == selection.release
        }
        guard !isTaken else {
            throw .invalid(
                "__all__",
                "Boot source selection with this Boot source, Os and Release already exists.",
                charset: false)
        }
    }

    /// The cached images of the release. Without an os, any os counts, as regions have it.
    private func available(
        _ selection: BootSourceSelection, _ state: RegionState
    ) throws(RegionError) -> [Catalogue.Image] {
        let images = (state.caches[selection.sourceID]?.catalogue.images ?? []).filter {
            ($0.os == selection.os || selection.os.isEmpty) && $0.release == selection.release
        }
        guard !images.isEmpty else {
            throw .invalid(
                "os",
                "OS \(selection.os) with release \(selection.release) "
                    + "has no available images for download")
        }
        return images
    }

    private func checkList(
        _ name: String, _ wanted: [String], _ offered: Set<String>
    ) throws(RegionError) {
        let missing = wanted.filter { $0 != "*" && !offered.contains($0) }
        guard !missing.isEmpty, !wanted.contains("*") else { return }
        let listed = wanted.map { "'\($0)'" }.joined(separator: ", ")
        throw .invalid(name, "No available images to download for [\(listed)]")
    }
}
