package import ArgumentParser

/// The group of commands on profiles.
package struct ProfileCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "List profiles and choose the one in use.",
        subcommands: [ProfileList.self, ProfileUse.self], defaultSubcommand: ProfileList.self)

    package init() {}
}
