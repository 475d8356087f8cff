package import ArgumentParser
internal import SimpleStreams
internal import Workflows

/// `source probe`: looks at a stream as a region would, without a region.
package struct SourceProbe: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "probe",
        abstract: "Look at a stream as a region would: signature, offers, what MAAS would ignore.",
        discussion: Examples.text([
            (
                "maas-boot source probe http://mirror.example.com/ephemeral-v3/stable/",
                "before pointing a region at it"
            ),
            ("maas-boot source probe candidate -o json", "Canonical's candidate stream, as JSON"),
        ]))

    @Argument(help: "The stream: stable, candidate, or a URL.")
    package var url: String

    @Option(
        help: ArgumentHelp(
            "Check signatures with this keyring (default: Ubuntu's, where it is installed).",
            valueName: "file"), completion: .file())
    package var keyring: String?

    @Flag(help: "Do not check signatures.")
    package var noVerify = false

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var logging: LogOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try Printer(StreamProbe.Report.listing, output.request, in: context)
        let target = try StreamTarget(url)
        let keyring = noVerify ? nil : try Keyring.locate(explicit: keyring)
        let reading = StreamConnections(logging, in: context).reading
        let report = try await StreamProbe(reading).probe(target.url, keyring: keyring)
        try printer.print(one: report)
        if report.findings.contains(where: { $0.level == .problem }) {
            throw QuietEnd(.failed)
        }
    }
}
