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
            Prints MAAS_URL=… and MAAS_API_KEY=… once it listens, then runs until interrupted.
            A region kept with --state stays of the generation it was made with.

            FAULTS
            \(faults)
            """)

    @Option(help: "The MAAS generation to behave like: 3.3, 3.5, 3.7 or 3.8.")
    var maasVersion: MAASFlavour = .v3_7

    @Option(help: "The port on 127.0.0.1; 0 lets the system choose.")
    var port: UInt16 = 0

    @Option(help: ArgumentHelp("Keep the region's state here between runs.", valueName: "file"))
    var state: String?

    @Option(help: ArgumentHelp("Misbehave; may be repeated.", valueName: "name[=value]"))
    var fault: [SandboxFault] = []

    @Option(help: "Seconds until a new source's images can be selected.")
    var catalogueDelay = 0.0

    @Option(help: "Seconds an import takes.")
    var importSeconds = 10.0

    @Option(help: "Regions to run, each on its own port; prints name, URL and key of each.")
    var regions = 1

    @Option(help: "The administrator's API key, CONSUMER:TOKEN:SECRET (default: random).")
    var apiKey: String?

    func run() async throws {
        var service = SandboxService()
        service.configuration.flavour = maasVersion
        service.configuration.port = port
        service.configuration.faults = fault
        service.configuration.catalogueDelay = .seconds(catalogueDelay)
        service.configuration.importDuration = .seconds(importSeconds)
        service.configuration.adminKey = apiKey
        service.regions = regions
        service.statePath = state
        try await service.run {
            print($0)
            fflush(nil)
        }
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
