package import ArgumentParser

/// `profile use`: chooses the profile that commands mean when none is named.
package struct ProfileUse: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "use", abstract: "Choose the profile that is meant when none is named.",
        discussion: Examples.text([
            ("maas-boot profile use prod", "from now on"),
            ("MAAS_PROFILE=lab maas-boot status", "for one command"),
        ]))

    @Argument(help: "The profile's name.", completion: Completions.profiles)
    package var profile: String

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try Printer(ProfileRow.listing.asChange(), output.request, in: context)
        let found = try named(profile, ProfileSources(in: context))
        let store = ProfileStore(directory: context.directories.configuration)
        let changed = try store.update { profiles in
            defer { profiles.current = profile }
            return profiles.current != profile
        }
        try printer.print(
            one: Change(
                changed: changed,
                message: changed
                    ? "profile \(profile) is in use: \(found.address.base)"
                    : "profile \(profile) unchanged: it was in use",
                value: ProfileRow(found, current: profile)))
    }

    private func named(_ name: String, _ sources: ProfileSources) throws -> Profile {
        let decision = try ProfileChoice.resolve(
            .init(profiles: [name]), environment: [:], sources: sources)
        guard case .profiles(let profiles) = decision, let profile = profiles.first else {
            throw Failure(.notFound, "there is no profile of this name", received: name)
        }
        return profile
    }
}
