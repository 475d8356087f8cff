package import ArgumentParser
internal import MAAS
internal import Workflows

/// `status`: a region at a glance.
package struct StatusCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show a region at a glance: sources, images, import, notices.",
        discussion: Examples.text([
            ("maas-boot status", "one screen"),
            ("maas-boot status --watch --interval 10s", "again and again until interrupted"),
        ]))

    @Flag(help: "Show it again and again until interrupted.")
    package var watch = false

    @Option(help: ArgumentHelp("How often to look with --watch.", valueName: "time"))
    package var interval = TypedDuration(.seconds(5))

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func validate() throws {
        if interval.duration < .seconds(1) {
            throw ValidationError("--interval must be at least 1s.")
        }
    }

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(
            RegionStatus.listing, .one, output, connection, in: context)
        let redraws =
            watch && output.request.format == .table
            && context.terminal.isTerminal(.output)
        repeat {
            if redraws { try context.standardOutput.write("\u{1b}[H\u{1b}[2J") }
            try await RegionRun(connection, in: context).printing(printer) { region in
                [try await RegionStatus.read(try await region.session())]
            }
            if watch { try await context.clock.sleep(for: interval.duration) }
        } while watch
    }
}
