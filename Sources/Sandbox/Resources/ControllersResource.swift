/// `rackcontrollers/` and `regioncontrollers/`, as far as images go.
enum ControllersResource {
    private static let admin = Operation.Permission.admin(entitlement: "can_edit_controllers")

    static let racks = Resource(
        path: ["rackcontrollers"], access: .user,
        operations: [
            Operation(method: "GET", permission: .user) { state, _ in
                .json(.array(state.racks.map { show($0, state.flavour) }))
            },
            Operation(name: "import_boot_images", method: "POST", permission: admin) {
                state, call in
                guard !state.flavour.keepsImagesOnRegions else { return accepted }
                state.startRackSync(now: call.now)
                return .text(
                    "Import of boot images started on all rack controllers", charset: true)
            },
        ])

    static let rack = Resource(
        path: ["rackcontrollers", "*"], access: .user,
        operations: [
            Operation(method: "GET", permission: .user) { state, call throws(RegionError) in
                .json(show(state.racks[try find(state, call)], state.flavour))
            },
            Operation(
                name: "list_boot_images", method: "GET", permission: .user
            ) { state, call throws(RegionError) in
                .json(images(state.racks[try find(state, call)], state))
            },
            Operation(
                name: "import_boot_images", method: "POST", permission: admin
            ) { state, call throws(RegionError) in
                let index = try find(state, call)
                guard !state.flavour.keepsImagesOnRegions else { return accepted }
                state.racks[index].syncStarted = call.now
                let name = state.racks[index].hostname
                return .text("Import of boot images started on \(name)", charset: true)
            },
        ])

    static let regions = Resource(
        path: ["regioncontrollers"], access: .user,
        operations: [
            Operation(method: "GET", permission: .user) { state, _ in
                .json([region(state)])
            }
        ])

    static let region = Resource(
        path: ["regioncontrollers", "*"], access: .user,
        operations: [
            Operation(method: "GET", permission: .user) { state, call throws(RegionError) in
                guard call.arguments[0] == state.systemID else { throw .noSuch("RegionController") }
                return .json(region(state))
            }
        ])

    private static let accepted = APIResponse.text("Accepted", status: 202)

    private static func find(_ state: RegionState, _ call: Call) throws(RegionError) -> Int {
        guard let index = state.racks.firstIndex(where: { $0.systemID == call.arguments[0] }) else {
            throw .noSuch("RackController")
        }
        return index
    }

    private static func show(_ rack: RackController, _ flavour: MAASFlavour) -> JSONValue {
        [
            "system_id": .string(rack.systemID), "hostname": .string(rack.hostname),
            "node_type": 2, "node_type_name": "Rack controller",
            "version": .string(flavour.version),
            "resource_uri": .string("\(Router.root)rackcontrollers/\(rack.systemID)/"),
        ]
    }

    private static func region(_ state: RegionState) -> JSONValue {
        [
            "system_id": .string(state.systemID), "hostname": "sandbox", "fqdn": "sandbox.maas",
            "node_type": 3, "node_type_name": "Region controller",
            "version": .string(state.flavour.version),
            "resource_uri": .string("\(Router.root)regioncontrollers/\(state.systemID)/"),
        ]
    }

    /// Constant from 3.5 on, where racks hold no images: connected and in step, whatever is true.
    private static func images(_ rack: RackController, _ state: RegionState) -> JSONValue {
        let isReal = !state.flavour.keepsImagesOnRegions
        guard rack.isConnected || !isReal else {
            return ["images": [], "connected": false, "status": "unknown"]
        }
        let shown = state.resources.filter {
            !isReal || rack.held["\($0.name) \($0.architecture)"] != nil
        }
        return [
            "images": .array(shown.map { image($0) }), "connected": true,
            "status": .string(state.rackStatus(rack)),
        ]
    }

    private static func image(_ resource: BootResource) -> JSONValue {
        let parts = resource.architecture.split(separator: "/").map(String.init)
        let type = resource.name.split(separator: "/").last.map(String.init) ?? ""
        return [
            "name": .string(resource.isBootloader ? "bootloader/\(type)" : resource.name),
            "architecture": .string(parts.first ?? ""),
            "subarches": .array(parts.dropFirst().map(JSONValue.string)),
        ]
    }
}
