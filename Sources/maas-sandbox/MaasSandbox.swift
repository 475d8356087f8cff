internal import ArgumentParser
internal import Sandbox

/// The command: reads the arguments and hands over.
@main
struct MaasSandbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maas-sandbox",
        abstract: "An in-memory MAAS region on loopback, for rehearsals and tests.")

    @Option(help: "The MAAS generation to behave like: 3.3, 3.5, 3.7 or 3.8.")
    var maasVersion = "3.7"

    @Option(help: "The port on 127.0.0.1; 0 lets the system choose.")
    var port: UInt16 = 0

    @Option(help: "The administrator's API key, CONSUMER:TOKEN:SECRET (default: random).")
    var apiKey: String?

    func run() async throws {
        var configuration = SandboxConfiguration()
        configuration.flavour = MAASFlavour(rawValue: maasVersion) ?? .v3_7
        configuration.port = port
        configuration.adminKey = apiKey
        let sandbox = try await RunningSandbox.start(configuration)
        print("MAAS_URL=\(sandbox.url)\nMAAS_API_KEY=\(sandbox.adminAPIKey)")
        try await Task.sleep(for: .seconds(86_400))
    }
}
