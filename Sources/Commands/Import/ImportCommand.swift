package import ArgumentParser

/// The group of commands on imports.
package struct ImportCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Start, stop and follow a region's image import.",
        subcommands: [ImportStart.self, ImportStop.self, ImportStatus.self, ImportWait.self])

    package init() {}
}
