package import ArgumentParser
internal import MAAS
internal import Workflows

/// `selection ensure`: makes a region take certain images, whether or not it takes some already.
package struct SelectionEnsure: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "ensure",
        abstract: "Have a region take certain images; what it takes already stays.",
        discussion: Examples.text([
            (
                "maas-boot selection ensure ubuntu/noble:amd64,arm64",
                "two architectures of a release"
            ),
            (
                "maas-boot selection ensure noble jammy:arm64 --source 1 --timeout 10m",
                "several at once, from one source, waiting for its catalogue to fill"
            ),
        ]))

    @Argument(
        help: "OS/RELEASE[:ARCH,…]; RELEASE alone means Ubuntu, and no architecture means amd64.")
    package var images: [String]

    @OptionGroup package var source: SourceOption

    @Option(
        help: ArgumentHelp(
            "How long the region's catalogue of the source may take to fill.", valueName: "time"))
    package var timeout = TypedDuration(.seconds(300))

    @Flag(help: "Say what would be done, and do nothing.")
    package var dryRun = false

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let requests = try images.map(SelectionRequest.init)
        let printer = try ReportPrinter(
            SelectionChange.listing, requests.count == 1 ? .one : .list, output, connection,
            in: context)
        let offers = StreamConnections(connection.logging, in: context).offers
        try await RegionRun(connection, in: context).printing(printer) { [self] region in
            let session = try await region.session()
            let source = try source.resolve(in: try await session.client.bootSources())
            let ensurer = SelectionEnsurer(
                session: session, clock: ContextClock(context), patience: timeout.duration,
                offers: offers)
            var changes: [SelectionChange] = []
            for request in requests {
                changes.append(
                    dryRun
                        ? try await planned(request, source, session, ensurer)
                        : try await done(request, source, ensurer))
            }
            return changes
        }
    }

    private func planned(
        _ request: SelectionRequest, _ source: BootSource, _ session: RegionSession,
        _ ensurer: SelectionEnsurer
    ) async throws -> SelectionChange {
        let selections = try await session.client.selections(of: source.id)
        let plan = SelectionPlan(ensuring: request, in: selections)
        switch plan {
        case .nothing(let selection): return change(request, source, false, selection.arches)
        case .create(let values), .update(_, let values):
            if let refusal = await ensurer.refusal(of: values, in: source) { throw refusal }
            return change(request, source, true, values.arches)
        }
    }

    private func done(
        _ request: SelectionRequest, _ source: BootSource, _ ensurer: SelectionEnsurer
    ) async throws -> SelectionChange {
        let outcome = try await ensurer.ensure(request, in: source)
        return change(request, source, outcome.changed, outcome.selection.arches)
    }

    private func change(
        _ request: SelectionRequest, _ source: BootSource, _ changed: Bool, _ arches: [String]
    ) -> SelectionChange {
        let name = "\(request.os)/\(request.release):\(arches.joined(separator: ","))"
        let message =
            changed
            ? "\(dryRun ? "would select" : "selected") \(name) from boot source \(source.id)"
            : "\(name) unchanged: boot source \(source.id) selects it already"
        return SelectionChange(
            changed: changed, dryRun: dryRun, message: message, sourceID: source.id,
            os: request.os, release: request.release, arches: arches)
    }
}
