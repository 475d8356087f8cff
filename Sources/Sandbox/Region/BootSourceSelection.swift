/// Which images of a source the region keeps.
package struct BootSourceSelection: Sendable, Codable, Equatable {
    package var id: Int
    package var sourceID: Int
    package var os: String
    package var release: String
    package var arches: [String]
    package var subarches: [String]
    package var labels: [String]

    package init(
        id: Int, sourceID: Int, os: String, release: String, arches: [String],
        subarches: [String] = ["*"], labels: [String] = ["*"]
    ) {
        self.id = id
        self.sourceID = sourceID
        self.os = os
        self.release = release
        self.arches = arches
        self.subarches = subarches
        self.labels = labels
    }

    /// What the API shows of it.
    var json: JSONValue {
        [
            "os": .string(os), "release": .string(release), "arches": list(arches),
            "subarches": list(subarches), "labels": list(labels), "id": .int(id),
            "boot_source_id": .int(sourceID),
            "resource_uri": .string("/MAAS/api/2.0/boot-sources/\(sourceID)/selections/\(id)/"),
        ]
    }

    private func list(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.string)) }

    /// Whether an image is among those asked for; an empty list matches nothing.
    func selects(_ image: Catalogue.Image) -> Bool {
        os == image.os && release == image.release && Self.matches(arches, image.arch)
            && Self.matches(labels, image.label)
            && (subarches.contains("*") || !Set(subarches).isDisjoint(with: image.subarches))
    }

    private static func matches(_ wanted: [String], _ value: String) -> Bool {
        wanted.contains("*") || wanted.contains(value)
    }
}
