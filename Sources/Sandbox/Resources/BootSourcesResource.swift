/// `boot-sources/` and its items.
enum BootSourcesResource {
    private static let edit = Operation.Permission.admin(entitlement: "can_edit_boot_entities")

    static let collection = Resource(
        path: ["boot-sources"], access: .admin,
        operations: [
            Operation(method: "GET", permission: .user) { state, _ in
                .json(.array(state.sources.map { $0.json(state.flavour) }))
            },
            Operation(method: "POST", permission: edit, run: create),
        ])

    static let item = Resource(
        path: ["boot-sources", "*"], access: .admin,
        operations: [
            Operation(method: "PUT", permission: edit, run: update),
            Operation(method: "GET", permission: .user) { state, call throws(RegionError) in
                .json(state.sources[try find(state, call)].json(state.flavour))
            },
            Operation(method: "DELETE", permission: edit, run: delete),
        ])

    /// The index of the source the path names.
    static func find(_ state: RegionState, _ call: Call) throws(RegionError) -> Int {
        let id = try call.id()
        guard let index = state.sources.firstIndex(where: { $0.id == id }) else {
            throw .noSuch("BootSource")
        }
        return index
    }

    private static func create(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        var form = BootSourceForm(fields: try call.fields(), flavour: state.flavour)
        var source = BootSource(id: 0, url: "", created: call.now)
        try form.apply(to: &source, state)
        source.id = state.nextID("source")
        state.sources.append(source)
        state.sourceWasSaved(source, isNew: true, now: call.now)
        return .json(source.json(state.flavour), status: 201)
    }

    private static func update(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        let index = try find(state, call)
        // A type the region cannot read counts as an empty form here.
        let fields = call.request.content == .unreadable ? FormFields() : try call.fields()
        var form = BootSourceForm(fields: fields, flavour: state.flavour)
        var source = state.sources[index]
        try form.apply(to: &source, state)
        source.updated = call.now
        let hasMoved = source.url != state.sources[index].url
        state.sources[index] = source
        state.sourceWasSaved(source, isNew: false, hasMoved: hasMoved, now: call.now)
        return .json(source.json(state.flavour))
    }

    private static func delete(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        let source = state.sources.remove(at: try find(state, call))
        state.sourceWasDeleted(source, now: call.now)
        return .deleted
    }
}
