internal import ArgumentParser
internal import Glibc
internal import Sandbox

/// The command: reads the arguments and hands over.
@main
struct MaasSandbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maas-sandbox",
        abstract: "An in-memory MAAS region on loopback, for rehearsals and tests.",
        discussion: """
            Prints MAAS_URL=… and MAAS_API_KEY=… once it listens, then runs until
            interrupted. A region kept with --state stays of the generation it was made
            with.

            With --stream a signed sample of the image stream is served beside it, from
            which the region imports as from images.maas.io. The two lines more,
            http_proxy=… and no_proxy=…, make other programs see it there too, over http.

            FAULTS

            \(faults)

            STREAM FAULTS

            Each befalls every path, or with @PATTERN those that match: status=404@*/squashfs

            \(streamFaults)

            Examples:
              # a region with images, for first steps; images come in five seconds
              maas-sandbox --stream --import-seconds 5
              # a region whose imports stop half-way, to rehearse what a script does then
              maas-sandbox --stream --fault stalled-import
              # three regions of an older generation
              maas-sandbox --regions 3 --maas-version 3.3
            """)

    @Option(help: "The MAAS generation to behave like: 3.3, 3.5, 3.7 or 3.8.")
    var maasVersion: MAASFlavour = .v3_7

    @Option(help: "The port on 127.0.0.1; 0 lets the system choose.")
    var port: UInt16 = 0

    @Option(help: ArgumentHelp("Keep the region's state here between runs.", valueName: "file"))
    var state: String?

    @Option(help: ArgumentHelp("Misbehave; may be repeated.", valueName: "name[=value]"))
    var fault: [SandboxFault] = []

    @Flag(help: "Serve a sample image stream in place of images.maas.io.")
    var stream = false

    @Option(
        help: ArgumentHelp(
            "Let the stream misbehave once the region has its first images; may be repeated.",
            valueName: "name[=value][@pattern]"))
    var streamFault: [StreamFaultSetting] = []

    @Option(help: "The stream's file sizes as a fraction of real ones.")
    var streamScale: Double?

    @Option(help: "Seconds until a new source's images can be selected.")
    var catalogueDelay = 0.0

    @Option(help: "Seconds an import takes.")
    var importSeconds = 10.0

    @Option(help: "Regions to run, each on its own port; prints name, URL and key of each.")
    var regions = 1

    @Option(help: "The administrator's API key, CONSUMER:TOKEN:SECRET (default: random).")
    var apiKey: String?

    func validate() throws {
        if let problem { throw ValidationError(problem) }
    }

    func run() async throws {
        var service = SandboxService()
        service.configuration.flavour = maasVersion
        service.configuration.port = port
        service.configuration.faults = fault
        service.configuration.catalogueDelay = .seconds(catalogueDelay)
        service.configuration.importDuration = .seconds(importSeconds)
        service.configuration.adminKey = apiKey.flatMap { APIKey($0) }
        service.configuration.stream = streamConfiguration
        service.streamFaults = streamFault
        service.regions = regions
        service.statePath = state
        try await service.run {
            print($0)
            fflush(nil)
        }
    }

    private var streamConfiguration: SampleStreamConfiguration? {
        guard stream else { return nil }
        var configuration = SampleStreamConfiguration()
        if let streamScale { configuration.scale = streamScale }
        return configuration
    }

    private static var streamFaults: String {
        StreamFault.named.map { fault in
            "  \(fault.name)\(fault.value.map { "=\($0)" } ?? ""): \(fault.summary)"
        }.joined(separator: "\n")
    }

    private static var faults: String {
        SandboxFault.all.map { fault in
            "  \(fault.name)\(fault.value.map { "=\($0)" } ?? ""): \(fault.summary)"
        }.joined(separator: "\n")
    }
}

extension MAASFlavour: ExpressibleByArgument {}

extension SandboxFault: ExpressibleByArgument {
    /// Reads `NAME` or `NAME=VALUE`.
    public init?(argument: String) {
        guard let fault = try? SandboxFault(argument) else { return nil }
        self = fault
    }
}

extension StreamFaultSetting: ExpressibleByArgument {
    /// Reads `NAME`, `NAME=VALUE`, and either with `@PATTERN` behind it.
    public init?(argument: String) {
        guard let setting = try? StreamFaultSetting(argument) else { return nil }
        self = setting
    }
}
