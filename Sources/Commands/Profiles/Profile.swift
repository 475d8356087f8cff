package import Transport

/// A region under a name, with what is needed to talk to it.
package struct Profile: Sendable, Equatable {
    /// Where a profile is kept.
    package enum Origin: Sendable, Equatable {
        /// In this program's own store.
        case own
        /// In the official CLI's store at this path, which is never written.
        case officialCLI(path: String)
    }

    package var name: String
    package var address: RegionAddress
    /// Nil for an anonymous login of the official CLI.
    package var apiKey: APIKey?
    /// Whose signature on the region's certificate is trusted; nil for the system's authorities.
    package var authority: CertificateAuthority?
    /// Whether the region's certificate goes unchecked.
    package var insecure: Bool
    package var origin: Origin

    package init(
        name: String, address: RegionAddress, apiKey: APIKey?,
        authority: CertificateAuthority? = nil, insecure: Bool = false, origin: Origin = .own
    ) {
        self.name = name
        self.address = address
        self.apiKey = apiKey
        self.authority = authority
        self.insecure = insecure
        self.origin = origin
    }

    /// Why the profile cannot be used, in a sentence; nil when it can.
    package var problem: String? {
        apiKey == nil ? "it holds no API key (an anonymous login of the official CLI)" : nil
    }
}

/// The certificates of an authority that a region's certificate is checked against.
package enum CertificateAuthority: Sendable, Hashable {
    /// In a PEM file at this path.
    case file(path: String)
    /// As PEM text.
    case pem(String)
}
