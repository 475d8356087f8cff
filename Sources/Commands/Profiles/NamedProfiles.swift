internal import SimpleStreams
internal import Workflows

/// Finds profiles by name, and the one that is meant when none is named.
struct NamedProfiles {
    let sources: ProfileSources

    /// The profiles of these names, each once, in the order given. Where all are own ones, the
    /// official CLI's store is not read.
    func profiles(_ names: [String]) throws -> [Profile] {
        let own = try sources.own()
        var unique: [String] = []
        for name in names where !unique.contains(name) { unique.append(name) }
        let found = unique.compactMap { own[$0] }
        if found.count == unique.count { return found }
        let known = KnownProfiles(own: own, official: sources.official())
        return try unique.map { try profile($0, known) }
    }

    /// Every profile that can be used.
    func all() throws -> [Profile] {
        let known = try sources.known()
        let usable = known.profiles.filter { $0.problem == nil }
        guard !usable.isEmpty else { throw Self.none }
        return usable
    }

    /// The profile in use, else the only one there is.
    func usual() throws -> Profile {
        let own = try sources.own()
        if let name = own.current, let profile = own[name] { return profile }
        let known = KnownProfiles(own: own, official: sources.official())
        if let name = known.current { return try profile(name, known) }
        let usable = known.profiles.filter { $0.problem == nil }
        switch usable.count {
        case 1: return usable[0]
        case 0: throw known.profiles.first.map(Self.unusable) ?? Self.none
        default:
            throw Failure(
                .usage, "there are several profiles and none is in use",
                hint:
                    "name one with --profile, or choose one for good: maas-boot profile use NAME; "
                    + Self.list(known),
                details: ["profiles": .strings(known.profiles.map(\.name))])
        }
    }

    private func profile(_ name: String, _ known: KnownProfiles) throws(Failure) -> Profile {
        guard let profile = known[name] else { throw Self.unknown(name, known) }
        guard profile.problem == nil else { throw Self.unusable(profile) }
        return profile
    }

    private static func unknown(_ name: String, _ known: KnownProfiles) -> Failure {
        guard !known.profiles.isEmpty else {
            var failure = none
            failure.received = name
            return failure
        }
        let guess = NearestName.to(name, among: known.profiles.map(\.name))
        return Failure(
            .notFound, "there is no profile of this name", received: name,
            hint: (guess.map { "did you mean \($0)? " } ?? "") + list(known)
                + "; to add it: maas-boot login \(ShellWord.quoted(name)) http://HOST:5240/MAAS",
            details: ["profiles": .strings(known.profiles.map(\.name))])
    }

    private static func unusable(_ profile: Profile) -> Failure {
        Failure(
            .notAuthenticated,
            "the profile \(profile.name) cannot be used: \(profile.problem ?? "")",
            hint: "maas-boot login \(ShellWord.quoted(profile.name)) \(profile.address.base)")
    }

    private static let none = Failure(
        .notAuthenticated, "there is no profile yet, and no region is named otherwise",
        hint: "maas-boot login NAME http://HOST:5240/MAAS, or set MAAS_URL and MAAS_API_KEY")

    private static func list(_ known: KnownProfiles) -> String {
        "the profiles are \(known.profiles.map(\.name).joined(separator: ", "))"
    }
}
