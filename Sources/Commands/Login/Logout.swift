package import ArgumentParser

/// `logout`: forgets a profile and its key.
package struct Logout: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "logout", abstract: "Forget a profile and its API key.",
        discussion: Examples.text([
            ("maas-boot logout prod", "the key stays valid on the region until deleted there"),
            ("maas-boot logout prod -o json", "says whether there was one"),
        ]))

    @Argument(help: "The profile's name.", completion: Completions.ownProfiles)
    package var profile: String

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try Printer(LogoutReport.listing, output.request, in: context)
        let store = ProfileStore(directory: context.directories.configuration)
        let changed = try store.update { $0.remove(profile) }
        if !changed { try refuseOfficial(in: context) }
        try printer.print(
            one: LogoutReport(
                changed: changed, profile: profile,
                message: changed
                    ? "profile \(profile) removed"
                    : "profile \(profile) unchanged: there is none of this name"))
    }

    /// The official CLI's profiles are its own business.
    private func refuseOfficial(in context: Context) throws {
        let official = OfficialProfiles(home: context.directories.home)
        guard official.profiles.contains(where: { $0.name == profile }) else { return }
        throw Failure(
            .failed,
            "the profile \(profile) belongs to MAAS's own command line and is only read here",
            hint: "maas logout \(profile)")
    }
}

/// What a logout did.
struct LogoutReport: Sendable {
    let changed: Bool
    let profile: String
    let message: String

    static let listing = Listing<LogoutReport>(
        plural: "changes",
        fields: [
            Field("changed") { .bool($0.changed) },
            Field("message") { .string($0.message) },
            Field("profile") { .string($0.profile) },
        ],
        columns: [
            Column("CHANGED", .identifier) { report, _ in "\(report.changed)" },
            Column("MESSAGE") { report, _ in report.message },
        ],
        sentence: { report, _ in report.message })
}
