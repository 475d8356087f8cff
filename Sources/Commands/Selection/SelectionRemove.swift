package import ArgumentParser
internal import MAAS
internal import Workflows

/// `selection remove`: has a region no longer take certain images.
package struct SelectionRemove: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Have a region no longer take certain images.",
        discussion: Examples.text([
            ("maas-boot selection remove ubuntu/jammy", "a whole release"),
            ("maas-boot selection remove ubuntu/noble:arm64", "one architecture of it"),
        ]),
        aliases: ["rm"])

    @Argument(help: "OS/RELEASE[:ARCH,…]; without architectures, all of them.")
    package var images: String

    @OptionGroup package var source: SourceOption

    @Flag(
        help: """
            On MAAS 3.8, take an architecture of the commissioning release out though all its images \
            are gone until the next import.
            """)
    package var force = false

    @Flag(help: "Say what would be done, and do nothing.")
    package var dryRun = false

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let request = try SelectionRequest(images)
        let arches = images.contains(":") ? request.arches : []
        let printer = try ReportPrinter(
            SelectionChange.listing, .one, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { [self] region in
            let session = try await region.session()
            let source = try source.resolve(in: try await session.client.bootSources())
            let removal = try SelectionRemoval(
                removing: (request.os, request.release, arches),
                from: try await session.client.selections(of: source.id), version: session.version)
            try await CommissioningGuard(session).check(removal, isForced: force)
            if dryRun { return [change(removal, "would no longer be", session, request, source)] }
            try await SelectionEnsurer(session: session, clock: ContextClock(context))
                .carryOut(removal, in: source)
            let report = change(removal, "no longer", session, request, source)
            if removal.losesWhatStays { try await bringBack(session, report, in: context) }
            return [report]
        }
    }

    /// Orders the import without which images that are still selected stay away.
    private func bringBack(
        _ session: RegionSession, _ report: SelectionChange, in context: Context
    ) async throws {
        let order = try await ImportStarter(session).start(after: report.message)
        if order == .alreadyRunning {
            context.warn(
                "an import runs that does not know of this yet; order one when it has ended: "
                    + "maas-boot import start")
        }
    }

    private func change(
        _ removal: SelectionRemoval, _ deed: String, _ session: RegionSession,
        _ request: SelectionRequest, _ source: BootSource
    ) -> SelectionChange {
        let name = images.contains(":") ? request.text : "\(request.os)/\(request.release)"
        let message =
            removal.changesAnything
            ? "\(name) \(deed) selected from boot source \(source.id); "
                + fate(removal, session, request)
            : "\(name) unchanged: boot source \(source.id) does not select it"
        var left: [String] = []
        if case .reduce(_, let values, _) = removal { left = values.arches }
        return SelectionChange(
            changed: removal.changesAnything, dryRun: dryRun, message: message,
            sourceID: source.id, os: request.os, release: request.release, arches: left)
    }

    /// What becomes of the images. Up to 3.7 they stay until the next import; 3.8 deletes all of a
    /// selection at once, and keeps none of what is selected again.
    private func fate(
        _ removal: SelectionRemoval, _ session: RegionSession, _ request: SelectionRequest
    ) -> String {
        guard session.version.hasSourcePriorities else {
            return "its images go with the next import"
        }
        guard removal.losesWhatStays else { return "its images go at once" }
        return "all images of \(request.os)/\(request.release) go at once, and an import brings "
            + "the others again"
    }
}
