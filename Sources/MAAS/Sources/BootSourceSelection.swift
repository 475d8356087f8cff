internal import Transport

/// Which images a region takes from one source.
package struct BootSourceSelection: Sendable, Equatable, Decodable {
    package let id: Int
    package let bootSourceID: Int
    package let os: String
    package let release: String
    /// Names, or `*` for all; likewise the next two.
    package let arches: [String]
    package let subarches: [String]
    package let labels: [String]
    package let resourceURI: String?

    /// A selection of these values, for judging one that is not there yet.
    package init(planned values: SelectionValues, of source: Int) {
        id = 0
        bootSourceID = source
        os = values.os
        release = values.release
        arches = values.arches
        subarches = values.subarches
        labels = values.labels
        resourceURI = nil
    }

    private enum CodingKeys: String, CodingKey {
        case id, os, release, arches, subarches, labels
        case bootSourceID = "boot_source_id"
        case resourceURI = "resource_uri"
    }
}

/// The five values of a selection. All are always sent: an omitted list is stored empty, and an
/// empty list matches no image at all.
package struct SelectionValues: Sendable, Equatable {
    package var os: String
    package var release: String
    package var arches: [String]
    package var subarches: [String]
    package var labels: [String]

    package init(
        os: String, release: String, arches: [String], subarches: [String] = ["*"],
        labels: [String] = ["*"]
    ) {
        self.os = os
        self.release = release
        self.arches = arches
        self.subarches = subarches
        self.labels = labels
    }

    package init(_ selection: BootSourceSelection) {
        self.init(
            os: selection.os, release: selection.release, arches: selection.arches,
            subarches: selection.subarches, labels: selection.labels)
    }

    var body: RequestBody {
        .form(
            [FormField("os", os), FormField("release", release)]
                + arches.map { FormField("arches", $0) }
                + subarches.map { FormField("subarches", $0) }
                + labels.map { FormField("labels", $0) })
    }
}

extension RegionClient {
    /// The selections of a source by ascending id.
    package func selections(
        of source: Int
    ) async throws(RegionError) -> [BootSourceSelection] {
        let selections: [BootSourceSelection] = try await read(
            "list the selections of boot source \(source)", "boot-sources/\(source)/selections/")
        return selections.sorted { $0.id < $1.id }
    }

    /// Creates a selection. Fails until the region's catalogue of the source knows the release:
    /// `RegionError.isEmptyCatalogue` tells that case from others.
    package func createSelection(
        of source: Int, _ values: SelectionValues
    ) async throws(RegionError) -> BootSourceSelection {
        try await write(
            "select \(values.os)/\(values.release)", .post, "boot-sources/\(source)/selections/",
            body: values.body)
    }

    /// Replaces a selection's values.
    package func updateSelection(
        _ selection: BootSourceSelection, _ values: SelectionValues
    ) async throws(RegionError) -> BootSourceSelection {
        try await write(
            "change the selection \(values.os)/\(values.release)", .put,
            "boot-sources/\(selection.bootSourceID)/selections/\(selection.id)/",
            body: values.body)
    }

    /// Deletes a selection. Up to 3.7 the commissioning release's is refused.
    package func deleteSelection(_ selection: BootSourceSelection) async throws(RegionError) {
        try await perform(
            "remove the selection \(selection.os)/\(selection.release)", .delete,
            "boot-sources/\(selection.bootSourceID)/selections/\(selection.id)/")
    }
}

extension RegionError {
    /// Whether a selection was refused because the region's catalogue of the source does not (yet)
    /// know the release: the one refusal that waiting can cure.
    package var isEmptyCatalogue: Bool {
        guard case .invalid(let messages) = reason else { return false }
        return messages.contains {
            $0.field == "os" && $0.message.contains("has no available images for download")
        }
    }

    /// Whether a selection was refused because the region's catalogue knows the release and not what
    /// else was asked for. Seen on 3.3 to 3.8.
    package var lacksArches: Bool {
        guard case .invalid(let messages) = reason else { return false }
        return messages.contains { $0.message.contains("No available images to download") }
    }
}
