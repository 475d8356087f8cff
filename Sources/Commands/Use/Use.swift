package import ArgumentParser
internal import MAAS
internal import Workflows

/// `use`: switches a source to another stream, or to a mirror.
package struct Use: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "use",
        abstract: "Switch a region to stable, candidate, or a mirror; its selections stay.",
        discussion: Examples.text([
            ("maas-boot use candidate", "switch to the candidate stream and import"),
            ("maas-boot use stable --wait --timeout 1h", "switch back and wait for the images"),
            (
                "maas-boot use http://mirror.example.com/maas/images/ephemeral-v3/stable/ "
                    + "--keyring auto", "take images from a local mirror"
            ),
            (
                "maas-boot use http://mirror.example.com/maas/ "
                    + "--trust 0123456789ABCDEF0123456789ABCDEF01234567",
                "a mirror that signs with a key of its own"
            ),
        ]))

    @Argument(
        help: "The stream: stable, candidate, or the URL of a mirror.",
        completion: Completions.streams)
    package var target: String

    @Option(
        help: ArgumentHelp(
            "Which source to switch, when there are several: its id, URL or name.",
            valueName: "source"), completion: Completions.sources)
    package var source: String?

    @Option(
        help: ArgumentHelp(
            "The keys that sign the stream: auto (the path the region's official source shows), a "
                + "FILE here to upload, or server:PATH. By default the source keeps its keyring.",
            valueName: "keyring"),
        completion: .file())
    package var keyring: KeyringArgument?

    @Flag(
        inversion: .prefixedNo,
        help: "Order an import afterwards (by default, when something changed).")
    package var `import`: Bool?

    @Flag(help: "Wait until the images are there.")
    package var wait = false

    @Flag(help: "Say what would be done, and do nothing.")
    package var dryRun = false

    @OptionGroup package var trust: TrustOptions
    @OptionGroup package var preflight: PreflightOptions
    @OptionGroup package var waiting: WaitOptions
    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func validate() throws {
        try trust.exclude(keyring)
        if wait, `import` == false {
            throw ValidationError("--wait has nothing to wait for with --no-import.")
        }
    }

    package func run(in context: Context) async throws {
        let target = try StreamTarget(target)
        let reading = StreamConnections(connection.logging, in: context).reading
        let given = try await trust.choice(at: target.url, reading: reading)
        let keyring = try given ?? keyring?.choice()
        let question = TrustQuestion(in: context)
        let printer = try ReportPrinter(SourceReport.listing, .one, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { [self] region in
            let session = try await region.session()
            let executor = SourceExecutor(session: session, clock: ContextClock(context))
            let sources = try await session.client.bootSources()
            let plan = { (keyring: KeyringChoice?) throws(WorkflowError) in
                try StreamSwitch(session: session, executor: executor).plan(
                    target: target, reference: source.map(SourceReference.init), keyring: keyring,
                    among: sources)
            }
            var wanted = try plan(keyring)
            if preflight.mode != .off,
                let found = try await CarriedKeyring.unknown(to: wanted, reading: reading)
            {
                try await question.ask(found, target.url)
                wanted = try plan(found.choice)
            }
            return [
                try await change(session, region).perform(wanted, among: sources)
            ]
        }
    }

    private func change(
        _ session: RegionSession, _ region: RegionConnection
    ) -> SourceChange {
        let context = region.context
        let reading = StreamConnections(connection.logging, in: context).reading
        return SourceChange(
            session: session, context: context, dryRun: dryRun, importing: `import`,
            waiting: wait
                ? ImportWaiting(
                    options: waiting, context: context, reading: reading,
                    label: context.region) : nil,
            preflight: PreflightCheck(reading: reading, mode: preflight.mode))
    }
}
