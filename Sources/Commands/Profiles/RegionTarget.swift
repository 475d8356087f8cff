package import Transport

/// A region that a command talks to, with everything that talking to it takes.
package struct RegionTarget: Sendable, Equatable {
    /// The profile's name, or the region's host and port where it has no profile.
    package let name: String
    package let address: RegionAddress
    package let apiKey: APIKey
    package let authority: CertificateAuthority?
    /// Whether the region's certificate goes unchecked.
    package let insecure: Bool

    package init(
        name: String, address: RegionAddress, apiKey: APIKey,
        authority: CertificateAuthority? = nil, insecure: Bool = false
    ) {
        self.name = name
        self.address = address
        self.apiKey = apiKey
        self.authority = authority
        self.insecure = insecure
    }
}
