/// `boot-resources/` and its items: the images, and the import.
enum BootResourcesResource {
    private static let edit = Operation.Permission.admin(entitlement: "can_edit_boot_entities")

    static let collection = Resource(
        path: ["boot-resources"], access: .user,
        operations: [
            Operation(method: "GET", permission: .user, run: list),
            Operation(name: "is_importing", method: "GET", permission: .user) { state, _ in
                .json(.bool(state.isImporting))
            },
            Operation(name: "import", method: "POST", permission: edit) { state, call in
                state.startImport(now: call.now)
                return .text("Import of boot resources started", charset: true)
            },
            Operation(name: "stop_import", method: "POST", permission: edit) { state, call in
                state.stopImport(now: call.now)
                return .text("Import of boot resources is being stopped", charset: true)
            },
        ])

    static let item = Resource(
        path: ["boot-resources", "*"], access: .user,
        operations: [
            Operation(method: "GET", permission: .user) { state, call throws(RegionError) in
                guard let index = try index(state, call) else { throw .noSuch("BootResource") }
                return .json(BootResourceView(state).item(state.resources[index]))
            },
            Operation(method: "DELETE", permission: edit) { state, call throws(RegionError) in
                guard let index = try index(state, call) else {
                    throw .crashed("BootResource matching query does not exist.")
                }
                state.resources.remove(at: index)
                return .deleted
            },
        ])

    private static func index(_ state: RegionState, _ call: Call) throws(RegionError) -> Int? {
        let id = try call.id()
        return state.resources.firstIndex { $0.id == id }
    }

    private static func list(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        let wanted = call.request.queryFields["type"] ?? "all"
        // Generated images are gone since 3.5.
        let types = ["synced", "uploaded"]
        let accepted = state.flavour < .v3_5 ? ["synced", "generated", "uploaded"] : types
        guard wanted == "all" || accepted.contains(wanted) else {
            let listed = accepted.map { "'\($0)'" }.joined(separator: ", ")
            throw .badRequest(
                "'\(wanted)' is not a valid boot resource type. Available types: [\(listed)]")
        }
        let view = BootResourceView(state)
        let shown = state.resources
            .filter { wanted == "all" || $0.type.lowercased() == wanted }
            .sorted { ($0.name, $0.architecture) < ($1.name, $1.architecture) }
        return .json(.array(shown.map { .object(view.members($0)) }))
    }
}
