/// A catalogue the region wants fetched over HTTP, and how it is to be verified.
package struct FetchOrder: Sendable, Codable, Equatable {
    package var flavour: MAASFlavour
    package var sourceID: Int
    package var url: String
    package var keyringFilename: String
    package var keyringData: [UInt8]
    /// Whether signatures are not looked at: as the source says on 3.8, before for a `.json` index.
    package var skipsVerification: Bool
    /// Tells a source's latest order from earlier ones.
    package var serial = 0

    package init(_ source: BootSource, flavour: MAASFlavour) {
        self.flavour = flavour
        sourceID = source.id
        url = source.url
        keyringFilename = source.keyringFilename
        keyringData = source.keyringData
        skipsVerification =
            flavour.hasSourcePriorities
            ? source.skipKeyringVerification : source.url.hasSuffix(".json")
    }
}
