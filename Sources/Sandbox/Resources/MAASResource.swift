/// `maas/`: the region's settings.
enum MAASResource {
    static let resource = Resource(
        path: ["maas"], access: .user,
        operations: [
            Operation(name: "get_config", method: "GET", permission: .user, run: get),
            Operation(
                name: "set_config", method: "POST",
                permission: .admin(entitlement: "can_edit_configurations"), run: set),
        ])

    private static func get(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        guard let name = call.request.queryFields["name"] else {
            throw .badRequest("No provided name!")
        }
        try check(name, state)
        return .compactJSON(state.settings[name] ?? .null, charset: false)
    }

    private static func set(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        let fields = try call.fields()
        guard let name = fields["name"] else { throw .badRequest("No provided name!") }
        guard let value = fields["value"] else { throw .badRequest("No provided value!") }
        try check(name, state)
        let old = state.settings[name]
        state.settings[name] = try SettingsTable.clean(name, value, state.flavour)
        state.settingWasSaved(name, old: old, now: call.now)
        return .text("OK")
    }

    private static func check(_ name: String, _ state: RegionState) throws(RegionError) {
        let names = SettingsTable.names(state.flavour)
        guard !names.contains(name) else { return }
        throw .invalid(
            name,
            "\(name) is not a valid config setting (valid settings are: "
                + names.joined(separator: ", ") + ").", charset: false)
    }
}
