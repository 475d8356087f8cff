/// `boot-sources/{id}/selections/` and its items.
enum SelectionsResource {
    private static let edit = Operation.Permission.admin(entitlement: "can_edit_boot_entities")
    private static let path = ["boot-sources", "*", "selections"]

    static let collection = Resource(
        path: path, access: .admin,
        operations: [
            Operation(method: "GET", permission: .user, run: list),
            Operation(method: "POST", permission: edit, run: create),
        ])

    static let item = Resource(
        path: path + ["*"], access: .admin,
        operations: [
            Operation(method: "PUT", permission: edit, run: update),
            Operation(method: "GET", permission: .user) { state, call throws(RegionError) in
                .json(state.selections[try find(state, call)].json)
            },
            Operation(method: "DELETE", permission: edit, run: delete),
        ])

    private static func list(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        let source = try BootSourcesResource.find(state, call)
        let id = state.sources[source].id
        return .json(.array(state.selections.filter { $0.sourceID == id }.map(\.json)))
    }

    private static func create(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        let source = state.sources[try BootSourcesResource.find(state, call)]
        let form = SelectionForm(fields: try call.fields())
        var selection = BootSourceSelection(
            id: 0, sourceID: source.id, os: "", release: "", arches: [], subarches: [], labels: [])
        try form.apply(to: &selection, state)
        selection.id = state.nextID("selection")
        state.selections.append(selection)
        return .json(selection.json)
    }

    private static func update(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        let index = try find(state, call)
        var selection = state.selections[index]
        try SelectionForm(fields: try call.fields()).apply(to: &selection, state)
        state.selections[index] = selection
        return .json(selection.json)
    }

    private static func delete(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        let index = try find(state, call)
        try state.guardCommissioningRelease(state.selections[index])
        let selection = state.selections.remove(at: index)
        if state.flavour >= .v3_8 { state.dropImages(of: selection) }
        return .deleted
    }

    private static func find(_ state: RegionState, _ call: Call) throws(RegionError) -> Int {
        let source = state.sources[try BootSourcesResource.find(state, call)]
        let id = try call.id(1)
        guard
            let index = state.selections.firstIndex(where: {
                $0.id == id && $0.sourceID == source.id
            })
        else { throw .noSuch("BootSourceSelection") }
        return index
    }
}
