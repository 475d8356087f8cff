/// What the program's own store holds.
package struct StoredProfiles: Sendable, Equatable {
    /// The name of the profile in use; it may name a profile of the official CLI.
    package var current: String?
    /// By name, in alphabetical order.
    package private(set) var profiles: [Profile]

    package init(current: String? = nil, profiles: [Profile] = []) {
        self.current = current
        self.profiles = profiles.sorted { $0.name < $1.name }
    }

    /// The profile of this name.
    package subscript(name: String) -> Profile? {
        profiles.first { $0.name == name }
    }

    /// Adds the profile, in place of one of the same name.
    package mutating func put(_ profile: Profile) {
        remove(profile.name, keepsCurrent: true)
        profiles.append(profile)
        profiles.sort { $0.name < $1.name }
    }

    /// Removes the profile of this name; false when there is none. It is then not in use either.
    @discardableResult
    package mutating func remove(_ name: String) -> Bool {
        remove(name, keepsCurrent: false)
    }

    @discardableResult
    private mutating func remove(_ name: String, keepsCurrent: Bool) -> Bool {
        guard let index = profiles.firstIndex(where: { $0.name == name }) else { return false }
        profiles.remove(at: index)
        if !keepsCurrent, current == name { current = nil }
        return true
    }
}
