extension RegionState {
    /// Adds a set for an image, to the resource there is or to a new one.
    mutating func store(_ image: Catalogue.Image, from source: BootSource, complete: Bool) {
        let set = BootResource.ImageSet(
            version: image.version, label: image.label,
            files: image.files.map { .init(file: $0, stored: complete ? $0.size : 0) })
        if let index = resources.firstIndex(where: {
            $0.type == "Synced" && $0.name == image.resourceName
                && $0.architecture == image.architecture
        }) {
            resources[index].sets.append(set)
            resources[index].sourceID = source.id
            return
        }
        var extra: [JSONValue.Member] = []
        if !image.isBootloader {
            extra = [.init("subarches", .string(image.subarches.joined(separator: ",")))]
        }
        resources.append(
            BootResource(
                id: nextID("resource"), name: image.resourceName, architecture: image.architecture,
                extra: extra, sets: [set], sourceID: source.id, isBootloader: image.isBootloader))
    }
}
