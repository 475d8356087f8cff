package import ArgumentParser

/// The program: all commands, in the groups that help shows.
package struct Root: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "maas-boot",
        abstract: "Manage where Canonical MAAS gets its boot images from.",
        version: Version.text,
        subcommands: [Use.self],
        groupedSubcommands: [
            CommandGroup(
                name: "Images", subcommands: [
                    SourceCommand.self, SelectionCommand.self, ImportCommand.self,
                    ImageCommand.self,
                ])
        ])

    package init() {}
}
