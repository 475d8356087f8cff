package import MAAS

extension Notification {
    /// Whether this notice says that images of these sources could not be fetched.
    ///
    /// Notices about something else than fetching do not: that the commissioning release is not
    /// selected, or that there are no images yet. Neither do those about sources that are gone or
    /// have another address by now: on 3.8 the notice of a manifest outlives its source.
    ///
    /// - Parameter sources: the addresses of the sources that matter, by their ids.
    package func speaks(against sources: [Int: String]) -> Bool {
        guard category == "error" || category == "warning", let ident,
            Self.idents.contains(where: ident.hasPrefix)
        else { return false }
        if let source = manifestSource {
            guard let url = sources[source] else { return false }
            return addresses.isEmpty || addresses.contains { SourceURL.same($0, url) }
        }
        return addresses.isEmpty
            || addresses.contains { named in
                sources.values.contains { SourceURL.same($0, named) }
            }
    }

    /// Whether the notice belongs to a selection (3.8). Its number is not the one that the API shows,
    /// so nothing tells whether the selection still is.
    var isAboutSelection: Bool { ident?.hasPrefix("Sync selection") == true }

    private static let idents = [
        "Image importer", "Image synchronization", "Image manifest fetcher", "Sync selection",
        "Boot sources availability",
    ]

    /// The source of `Image manifest fetcher (boot source 3)`.
    private var manifestSource: Int? {
        guard let ident, let match = ident.firstMatch(of: /\(boot source (\d+)\)/) else {
            return nil
        }
        return Int(match.1)
    }

    /// The sources that the message names, in the words of 3.3 to 3.7 and of 3.8.
    private var addresses: [String] {
        let text = plainMessage
        let patterns = [
            #/Failed to import images from (\S+?): /#, #/for boot source with url (\S+?)\. /#,
        ]
        return patterns.flatMap { text.matches(of: $0).map { String($0.1) } }
    }
}
