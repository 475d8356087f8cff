/// Where profiles are read from, each only when it is needed: the official CLI's store takes longer
/// to read than a region takes to answer.
package struct ProfileSources: Sendable {
    package let own: @Sendable () throws -> StoredProfiles
    package let official: @Sendable () -> OfficialProfiles

    package init(
        own: @escaping @Sendable () throws -> StoredProfiles,
        official: @escaping @Sendable () -> OfficialProfiles
    ) {
        self.own = own
        self.official = official
    }

    /// The stores of the context's user; what is unreadable there is warned about.
    package init(in context: Context) {
        self.init(
            own: { try ProfileStore(directory: context.directories.configuration).load() },
            official: {
                let official = OfficialProfiles(home: context.directories.home)
                official.warnings.forEach(context.warn)
                return official
            })
    }

    /// All profiles from both.
    package func known() throws -> KnownProfiles {
        KnownProfiles(own: try own(), official: official())
    }
}
