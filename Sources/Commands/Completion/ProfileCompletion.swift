/// The names of profiles, for a Tab. What cannot be read is passed over.
struct ProfileCompletion {
    private let directories: Directories

    init(_ context: Context) {
        directories = context.directories
    }

    /// The program's own profiles.
    func own() -> [Candidate] {
        sources.stored.profiles.map(Self.candidate)
    }

    /// Every profile that can be used, the official CLI's included.
    func all() -> [Candidate] {
        let known = KnownProfiles(own: sources.stored, official: sources.official())
        return known.profiles.filter { $0.problem == nil }.map(Self.candidate)
    }

    private static func candidate(_ profile: Profile) -> Candidate {
        Candidate(profile.name, profile.address.base)
    }

    /// The stores, read without warnings.
    var sources: ProfileSources {
        ProfileSources(
            own: { [directories] in
                try ProfileStore(directory: directories.configuration).load()
            },
            official: { [directories] in OfficialProfiles(home: directories.home) })
    }
}

extension ProfileSources {
    /// The own profiles; none where they cannot be read.
    fileprivate var stored: StoredProfiles { (try? own()) ?? StoredProfiles() }
}
