package import ArgumentParser

/// `profile list`: the program's own profiles and those of MAAS's own command line.
package struct ProfileList: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List profiles: those made here, and those of MAAS's own command line.",
        discussion: Examples.text([
            ("maas-boot profile list", "the one in use has a star"),
            ("maas-boot profile list --json name,url", "for a script"),
        ]),
        aliases: ["ls"])

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try Printer(ProfileRow.listing, output.request, in: context)
        let known = try ProfileSources(in: context).known()
        let rows =
            known.profiles.map { ProfileRow($0, current: known.current) }
            + known.hidden.map { ProfileRow($0, current: nil, isHidden: true) }
        try printer.print(rows.sorted { $0.profile.name < $1.profile.name })
    }
}
