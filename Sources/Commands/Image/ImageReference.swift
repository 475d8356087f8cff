internal import MAAS

/// What a person calls an image: its id, or its name with as much of its architecture as it takes.
struct ImageReference: Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The image meant, without its sets.
    func resolve(on client: RegionClient) async throws -> BootResource {
        try choose(from: try await client.bootResources())
    }

    func choose(from images: [BootResource]) throws(Failure) -> BootResource {
        let found = images.filter(matches)
        guard let first = found.first else {
            throw Failure(
                .notFound, "the region has no such image", received: text,
                hint: "see what it has: maas-boot image list")
        }
        guard found.count == 1 else {
            let names = found.map { "\($0.id) (\($0.name) \($0.architecture))" }
            throw Failure(
                .usage, "\(found.count) images answer to this name", received: text,
                hint: "give the id: \(names.joined(separator: ", "))")
        }
        return first
    }

    private func matches(_ image: BootResource) -> Bool {
        if let id = Int(text) { return image.id == id }
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard let name = parts.first, name == image.name || name == image.release else {
            return false
        }
        guard parts.count == 2 else { return true }
        return parts[1] == image.arch || parts[1] == image.architecture
    }
}
