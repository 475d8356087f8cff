import Commands
import Testing

@Suite struct ProfileChoiceTests {
    /// Own: east, west. Official: west (hidden by the own one), north, and anon without a key.
    private func sources(
        current: String? = nil, own: [String] = ["east", "west"],
        official: [String] = ["west", "north", "anon"]
    ) throws -> ProfileSources {
        let own = StoredProfiles(current: current, profiles: try own.map { try .sample($0) })
        let others = OfficialProfiles(
            profiles: try official.map {
                try .sample(
                    $0, host: "other", origin: .officialCLI(path: "/x"), hasKey: $0 != "anon")
            })
        return ProfileSources(own: { own }, official: { others })
    }

    private func names(_ decision: ProfileChoice.Decision) -> [String] {
        switch decision {
        case .profiles(let profiles): profiles.map { "\($0.name)@\($0.address.authority)" }
        case .region(let address, let key): ["\(address.base) \(key)"]
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var flags = ProfileChoice.Flags()
        var environment: [String: String] = [:]
        var current: String?
        let chosen: [String]

        var testDescription: String { "\(flags) \(environment) \(current ?? "-")" }
    }

    static let cases = [
        Case(
            flags: .init(profiles: ["west"]),
            environment: ["MAAS_URL": "http://e", "MAAS_API_KEY": "a:b:c", "MAAS_PROFILE": "east"],
            current: "east", chosen: ["west@h:5240"]),
        Case(
            flags: .init(profiles: ["north", "west", "north"]),
            chosen: ["north@other:5240", "west@h:5240"]),
        Case(
            flags: .init(all: true),
            chosen: ["east@h:5240", "north@other:5240", "west@h:5240"]),
        Case(
            flags: .init(url: "http://u", apiKeyFile: "/k"),
            environment: ["MAAS_URL": "http://e", "MAAS_API_KEY": "a:b:c"], current: "east",
            chosen: ["http://u/MAAS file(path: \"/k\")"]),
        Case(
            flags: .init(url: "http://u"), environment: ["MAAS_API_KEY_FILE": "/k"],
            chosen: ["http://u/MAAS file(path: \"/k\")"]),
        Case(
            environment: ["MAAS_URL": "http://e", "MAAS_API_KEY": "a:b:c", "MAAS_PROFILE": "east"],
            current: "west",
            chosen: ["http://e/MAAS variable(Commands.EnvironmentVariable.maasAPIKey)"]),
        Case(
            environment: ["MAAS_API_URL": "http://e/MAAS/", "MAAS_API_KEY": "a:b:c"],
            chosen: ["http://e/MAAS variable(Commands.EnvironmentVariable.maasAPIKey)"]),
        Case(
            flags: .init(apiKeyFile: "/k"),
            environment: ["MAAS_URL": "http://e", "MAAS_API_URL": "http://e/MAAS/api/2.0/"],
            chosen: ["http://e/MAAS file(path: \"/k\")"]),
        Case(
            environment: ["MAAS_PROFILE": "north"], current: "east", chosen: ["north@other:5240"]),
        Case(environment: ["MAAS_URL": ""], current: "east", chosen: ["east@h:5240"]),
        Case(current: "north", chosen: ["north@other:5240"]),
    ]

    @Test(arguments: cases)
    func `goes by the order`(_ one: Case) throws {
        let decision = try ProfileChoice.resolve(
            one.flags, environment: one.environment, sources: sources(current: one.current))
        #expect(names(decision) == one.chosen)
    }

    @Test func `takes the only profile there is`() throws {
        for (own, official) in [(["solo"], []), ([], ["solo"]), ([], ["solo", "anon"])] {
            let decision = try ProfileChoice.resolve(
                .init(), environment: [:], sources: sources(own: own, official: official))
            #expect(names(decision).count == 1 && names(decision)[0].hasPrefix("solo@"))
        }
    }

    @Test func `does not read the official store when an own profile is meant`() throws {
        let all = try sources(current: "east")
        let sources = ProfileSources(
            own: all.own,
            official: {
                Issue.record("the official store is read")
                return OfficialProfiles()
            })
        for flags in [ProfileChoice.Flags(), .init(profiles: ["west", "east"])] {
            _ = try ProfileChoice.resolve(flags, environment: [:], sources: sources)
        }
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var flags = ProfileChoice.Flags()
        var environment: [String: String] = [:]
        var current: String?
        let kind: FailureKind
        let says: String

        var testDescription: String { "\(flags) \(environment) \(current ?? "-")" }
    }

    static let refusals = [
        Refusal(kind: .usage, says: "maas-boot profile use NAME; the profiles are anon, east"),
        Refusal(
            flags: .init(profiles: ["wets"]), kind: .notFound,
            says: "did you mean west? the profiles are anon, east, north, west"),
        Refusal(current: "gone", kind: .notFound, says: "maas-boot login gone"),
        Refusal(environment: ["MAAS_PROFILE": "gone"], kind: .notFound, says: "gone"),
        Refusal(flags: .init(profiles: ["anon"]), kind: .notAuthenticated, says: "no API key"),
        Refusal(
            flags: .init(profiles: ["east"], all: true), kind: .usage,
            says: "--all-profiles and --profile exclude each other"),
        Refusal(
            flags: .init(profiles: ["east"], url: "http://u"), kind: .usage,
            says: "--profile and --url exclude each other"),
        Refusal(
            flags: .init(profiles: ["east"], apiKeyFile: "/k"), kind: .usage,
            says: "--api-key-file has no use with profiles"),
        Refusal(
            flags: .init(url: "http://u"), kind: .notAuthenticated,
            says: "there is no API key for http://u/MAAS"),
        Refusal(
            environment: ["MAAS_URL": "http://u"], current: "east", kind: .notAuthenticated,
            says: "MAAS_API_KEY"),
        Refusal(
            environment: ["MAAS_API_KEY": "a:b:hush"], current: "east", kind: .usage,
            says: "no URL of its region"),
        Refusal(
            environment: ["MAAS_URL": "http://e", "MAAS_API_KEY": "x", "MAAS_API_KEY_FILE": "y"],
            kind: .usage, says: "both set"),
        Refusal(
            environment: ["MAAS_URL": "http://e", "MAAS_API_URL": "http://f", "MAAS_API_KEY": "x"],
            kind: .usage, says: "different regions"),
        Refusal(flags: .init(url: "h", apiKeyFile: "/k"), kind: .usage, says: "http://HOST"),
    ]

    @Test(arguments: refusals)
    func `says what to do when it cannot decide`(_ one: Refusal) throws {
        let error = try #require(throws: (any Error).self) {
            try ProfileChoice.resolve(
                one.flags, environment: one.environment, sources: sources(current: one.current))
        }
        let failure = Failure(from: error)
        #expect(failure.kind == one.kind)
        #expect(failure.hint != nil)
        let text = FailureWriter(.text, colour: false).text(failure)
        #expect(text.contains(one.says))
        #expect(!text.contains("hush"))
    }

    @Test func `asks for a login when there is no profile at all`() throws {
        for flags in [ProfileChoice.Flags(), .init(all: true), .init(profiles: ["x"])] {
            let failure = try #require(throws: Failure.self) {
                try ProfileChoice.resolve(
                    flags, environment: [:], sources: sources(own: [], official: []))
            }
            #expect(failure.kind == .notAuthenticated)
            #expect(failure.hint?.hasPrefix("maas-boot login NAME http://HOST:5240/MAAS") == true)
        }
    }

    @Test func `tells which official profiles an own one hides`() throws {
        let known = try sources().known()
        #expect(known.profiles.map(\.name) == ["anon", "east", "north", "west"])
        #expect(known["west"]?.origin == .own)
        #expect(known.hidden.map(\.name) == ["west"])
    }
}
