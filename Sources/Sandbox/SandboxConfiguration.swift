/// How a sandbox region is set up.
package struct SandboxConfiguration: Sendable {
    /// The MAAS generation it behaves like.
    package var flavour: MAASFlavour = .v3_7
    /// Faults in force from the start.
    package var faults: [SandboxFault] = []
    /// From the save of a source until its catalogue can be selected from.
    package var catalogueDelay: Duration = .zero
    /// From the start of an import to its end.
    package var importDuration: Duration = .milliseconds(200)
    /// Bytes a second; when set, an import takes as long as its bytes need.
    package var bytesPerSecond: Double?
    /// How long 3.8 takes to answer 409 to a priority that is taken; 16 seconds on a real region.
    package var conflictDelay: Duration = .zero
    /// The TCP port on 127.0.0.1; 0 lets the system choose.
    package var port: UInt16 = 0
    /// The administrator's API key; nil makes a random one.
    package var adminKey: APIKey?
    /// Whether the region starts with the official source, a selection and its images.
    package var hasDefaultContent = true
    /// Where the region reads the time.
    package var clock: any SandboxClock = SystemClock()
    /// A sample image stream to serve beside the region, in place of images.maas.io; nil for none.
    package var stream: SampleStreamConfiguration?
    /// Where catalogues come from; with a stream they come from there instead.
    package var catalogues: any CatalogueProvider = StreamCatalogues()
    /// A state to go on from, in place of a fresh region.
    package var savedState: RegionState?

    package init() {}

    /// The paces of the region's work.
    var pace: Pace {
        var pace = Pace()
        pace.catalogueDelay = catalogueDelay.inSeconds
        pace.importDuration = importDuration.inSeconds
        pace.bytesPerSecond = bytesPerSecond
        pace.conflictDelay = conflictDelay.inSeconds
        return pace
    }
}
