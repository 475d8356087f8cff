/// The state a region starts with.
enum InitialState {
    /// A fresh region, or the saved one with the configuration's paces and faults.
    static func make(_ configuration: SandboxConfiguration) -> RegionState {
        var state = configuration.savedState ?? fresh(configuration)
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

    private static func fresh(_ configuration: SandboxConfiguration) -> RegionState {
        let adminKey = configuration.adminKey.flatMap { APIKey($0) } ?? .random()
        var state = RegionState(
            flavour: configuration.flavour,
            users: [
                RegionUser(name: "MAAS", email: "maas@localhost", isSuperuser: true),
                RegionUser(
                    name: "admin", email: "admin@sandbox.test", isSuperuser: true, keys: [adminKey]),
                RegionUser(
                    name: "bob", email: "bob@sandbox.test", isSuperuser: false, keys: [.random()]),
            ])
        if configuration.hasDefaultContent {
            DefaultContent.fill(&state, now: configuration.clock.now())
        }
        return state
    }
}
