package import ArgumentParser

/// The group of commands on boot sources.
package struct SourceCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "source", abstract: "Manage where a region gets its boot images from.",
        subcommands: [
            SourceList.self, SourceShow.self, SourceAdd.self, SourceUpdate.self, SourceRemove.self,
            SourceProbe.self,
        ],
        defaultSubcommand: SourceList.self)

    package init() {}
}
