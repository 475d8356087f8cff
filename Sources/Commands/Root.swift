package import ArgumentParser

/// The program: all commands, in the groups that help shows.
package struct Root: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "maas-boot",
        abstract: "Manage where Canonical MAAS gets its boot images from.",
        discussion: HelpTopic.list,
        version: Version.text,
        subcommands: [Use.self, StatusCommand.self, Doctor.self],
        groupedSubcommands: [
            CommandGroup(
                name: "Documents", subcommands: [Plan.self, Apply.self, Export.self]),
            CommandGroup(
                name: "Images",
                subcommands: [
                    SourceCommand.self, SelectionCommand.self, ImportCommand.self,
                    ImageCommand.self, MirrorCommand.self,
                ]),
            CommandGroup(
                name: "Regions", subcommands: [Login.self, Logout.self, ProfileCommand.self]),
        ])

    package init() {}
}
