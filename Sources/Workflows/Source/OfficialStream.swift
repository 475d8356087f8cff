/// The lines of images that Canonical publishes for MAAS.
package enum OfficialStream: String, Sendable, CaseIterable {
    /// Tested with MAAS.
    case stable
    /// Built but not yet tested with MAAS.
    case candidate

    /// The address as regions up to 3.7 have it by default; 3.8 drops the slash by itself.
    package var url: String { "http://images.maas.io/ephemeral-v3/\(rawValue)/" }

    /// The stream behind an address, whichever scheme it uses and with or without the slash.
    package init?(url: String) {
        let bare = SourceURL.comparable(url).replacing(/^https?:\/\//, with: "")
        guard
            let stream = Self.allCases.first(where: { bare == "images.maas.io/ephemeral-v3/\($0)" })
        else { return nil }
        self = stream
    }

    /// The host that all official streams come from.
    package static let host = "images.maas.io"
}
