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
            try await CommissioningGuard(session).check(removal)
            if !dryRun {
                try await SelectionEnsurer(session: session, clock: ContextClock(context))
                    .carryOut(removal, in: source)
            }
            return [change(removal, request, source)]
        }
    }

    private func change(
        _ removal: SelectionRemoval, _ request: SelectionRequest, _ source: BootSource
    ) -> SelectionChange {
        let name = images.contains(":") ? request.text : "\(request.os)/\(request.release)"
        let deed = dryRun ? "would no longer be selected" : "no longer selected"
        let message =
            removal.changesAnything
            ? "\(name) \(deed) from boot source \(source.id); its images go with the next import"
            : "\(name) unchanged: boot source \(source.id) does not select it"
        var left: [String] = []
        if case .reduce(_, let values, _) = removal { left = values.arches }
        return SelectionChange(
            changed: removal.changesAnything, dryRun: dryRun, message: message,
            sourceID: source.id, os: request.os, release: request.release, arches: left)
    }
}
