package import ArgumentParser
internal import MAAS
internal import SimpleStreams
internal import Workflows

/// `import start`: has a region import now.
package struct ImportStart: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Have a region import now, unless it does already.",
        discussion: Examples.text([
            ("maas-boot import start", "start and return at once"),
            ("maas-boot import start --wait --timeout 1h", "wait until the images are there"),
        ]))

    @Flag(help: "Wait until the images are there.")
    package var wait = false

    @OptionGroup package var waiting: WaitOptions
    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(ImportReport.listing, .one, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { [self] region in
            let session = try await region.session()
            let baseline = try await ImportBaseline.take(session)
            let order = try await ImportStarter(session).start()
            var report = ImportReport(
                changed: order.isOrdered, message: order.phrase, importing: true, order: order)
            guard wait else { return [report] }
            let outcome = try await ImportWaiting(
                options: waiting, context: context,
                reading: StreamConnections(connection.logging, in: context).reading,
                label: connection.namesSeveral ? region.name : nil
            ).wait(session, baseline, expectsImport: true)
            report.take(outcome)
            return [report]
        }
    }
}

extension ImportOrder {
    /// Whether an order was sent.
    var isOrdered: Bool {
        if case .order = self { return true }
        return false
    }
}

extension ImportReport {
    /// Adds what a wait found.
    mutating func take(_ outcome: ImportWatch.Outcome) {
        importing = false
        images = outcome.images
        guard case .ready(let evidence) = outcome.verdict else { return }
        readiness = .init(evidence: evidence, elapsed: outcome.elapsed)
        let time = TypedDuration(.seconds(Int(outcome.elapsed / .seconds(1))))
        message += message.isEmpty ? "" : "; "
        message += "\(Counted.text(outcome.images.count, "image")) ready after \(time)"
    }
}
