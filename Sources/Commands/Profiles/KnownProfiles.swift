/// All profiles there are: the program's own and the official CLI's.
package struct KnownProfiles: Sendable, Equatable {
    /// Those that a name means, in alphabetical order. An own profile wins over an official one.
    package let profiles: [Profile]
    /// Official ones that an own profile of the same name stands before.
    package let hidden: [Profile]
    /// The name of the profile in use, whether or not there still is one of that name.
    package let current: String?

    package init(own: StoredProfiles, official: OfficialProfiles) {
        let ownNames = Set(own.profiles.map(\.name))
        hidden = official.profiles.filter { ownNames.contains($0.name) }
        profiles = (own.profiles + official.profiles.filter { !ownNames.contains($0.name) })
            .sorted { $0.name < $1.name }
        current = own.current
    }

    /// The profile of this name.
    package subscript(name: String) -> Profile? {
        profiles.first { $0.name == name }
    }
}
