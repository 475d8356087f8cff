package import ArgumentParser

/// The group of commands on selections.
package struct SelectionCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "selection", abstract: "Manage which images a region takes from its sources.",
        subcommands: [
            SelectionList.self, SelectionAvailable.self, SelectionEnsure.self, SelectionRemove.self,
        ],
        defaultSubcommand: SelectionList.self)

    package init() {}
}
