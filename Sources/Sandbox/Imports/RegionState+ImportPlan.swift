extension RegionState {
    /// An image to keep, and the source it comes from.
    struct PlannedImage: Equatable {
        var image: Catalogue.Image
        var source: BootSource

        var key: String { "\(image.resourceName) \(image.architecture)" }
    }

    /// The images an import keeps: of several sources with the same image the first in the
    /// database wins up to 3.7, the one of highest priority on 3.8. Bootloaders come last.
    func plannedImages() -> [PlannedImage] {
        var seen: Set<String> = []
        var planned: [PlannedImage] = []
        for source in sourcesInOrder {
            for image in caches[source.id]?.catalogue.images ?? [] where wants(image, from: source)
            {
                let one = PlannedImage(image: image, source: source)
                if seen.insert(one.key).inserted { planned.append(one) }
            }
        }
        return planned.filter { !$0.image.isBootloader } + planned.filter(\.image.isBootloader)
    }

    /// Whether the region keeps an image of a source: it is selected, or it is a bootloader.
    ///
    /// Up to 3.7 a source without selections whose catalogue has no bootloaders matches everything;
    /// on 3.8 one without selections gives nothing.
    func wants(_ image: Catalogue.Image, from source: BootSource) -> Bool {
        let own = selections.filter { $0.sourceID == source.id }
        if flavour >= .v3_8, own.isEmpty { return false }
        if image.isBootloader { return true }
        if own.isEmpty {
            return caches[source.id]?.catalogue.images.contains(where: \.isBootloader) == false
        }
        return own.contains { $0.selects(image) }
    }

    private var sourcesInOrder: [BootSource] {
        guard flavour >= .v3_8 else { return sources.sorted { $0.id < $1.id } }
        return sources.filter(\.enabled).sorted { $0.priority > $1.priority }
    }
}
