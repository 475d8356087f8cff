/// The state a region starts with.
enum InitialState {
    /// What the official source offers at the start, and the keyring it is verified with.
    struct Official {
        var catalogue = BuiltInCatalogue.stable
        /// The path of a keyring that is really there; nil for the usual place on a region's host.
        var keyring: String?
    }

    /// A fresh region, or the saved one with the configuration's paces and faults.
    ///
    /// With a keyring that is really there, no other file is taken to be there that is not.
    static func make(
        _ configuration: SandboxConfiguration, official: Official = Official()
    ) -> RegionState {
        var state = configuration.savedState ?? fresh(configuration, official)
        if let keyring = official.keyring {
            state.renewKeyrings(keyring)
            state.officialKeyring = keyring
            state.keyringFiles = []
        }
        state.pace = configuration.pace
        state.faults = configuration.faults
        return state
    }

    /// The keys handed out: the first administrator's and the first other user's.
    static func keys(_ state: RegionState) -> (admin: String, user: String) {
        let admin = state.users.first { $0.isSuperuser && !$0.keys.isEmpty }
        let user = state.users.first { !$0.isSuperuser && !$0.keys.isEmpty }
        return (admin?.keys.first?.text ?? "", user?.keys.first?.text ?? "")
    }

    private static func fresh(
        _ configuration: SandboxConfiguration, _ official: Official
    ) -> RegionState {
        let adminKey = configuration.adminKey ?? .random()
        var state = RegionState(
            flavour: configuration.flavour,
            users: [
                RegionUser(name: "MAAS", email: "maas@localhost", isSuperuser: true),
                RegionUser(
                    name: "admin", email: "admin@sandbox.test", isSuperuser: true, keys: [adminKey]),
                RegionUser(
                    name: "bob", email: "bob@sandbox.test", isSuperuser: false, keys: [.random()]),
            ])
        if let keyring = official.keyring { state.officialKeyring = keyring }
        if configuration.hasDefaultContent {
            DefaultContent.fill(
                &state, with: official.catalogue, now: configuration.clock.now())
        }
        return state
    }
}

extension RegionState {
    /// Gives sources whose keyring went with an earlier run's stream the present one.
    fileprivate mutating func renewKeyrings(_ keyring: String) {
        let name = "/" + (keyring.split(separator: "/").last ?? "")
        for index in sources.indices
        where sources[index].keyringFilename.hasSuffix(name) && !keyringExists(sources[index]) {
            sources[index].keyringFilename = keyring
        }
    }
}
