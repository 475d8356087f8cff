internal import MAAS
internal import SimpleStreams

/// What a stream says to a selection that a region refused because its catalogue does not know it.
enum SelectionOffer {
    /// The refusal to end with at once, since no waiting brings what the stream does not have; nil
    /// where the stream has it, and only the region's catalogue is behind.
    static func refusal(
        of values: SelectionValues, by catalogue: StreamCatalogue
    ) -> WorkflowError? {
        let name = "\(values.os)/\(values.release)"
        let lacking = values.arches.filter {
            !catalogue.offers(values.os, values.release, $0)
        }
        guard !lacking.isEmpty else { return nil }
        guard catalogue.releases.contains(name) else {
            let alike = Set(catalogue.offers.filter { $0.os == values.os }.map(\.release))
            let guess = NearestName.to(values.release, among: alike.sorted())
            return WorkflowError(
                .notFound, "\(catalogue.url) offers no \(name)",
                hint: (guess.map { "did you mean \(values.os)/\($0)? " } ?? "") + "it offers "
                    + listed(catalogue.releases))
        }
        let arches = Set(
            catalogue.offers.filter { $0.os == values.os && $0.release == values.release }
                .map(\.arch))
        return WorkflowError(
            .notFound, "\(catalogue.url) offers no \(name) for \(lacking.joined(separator: ", "))",
            hint: "it offers it for \(arches.sorted().joined(separator: ", "))")
    }

    private static func listed(_ releases: [String]) -> String {
        releases.isEmpty ? "no images" : releases.joined(separator: ", ")
    }
}
