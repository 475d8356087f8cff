/// `describe/`: the API in its own words, in the real one's shape but only with what is here.
enum DescribeResource {
    static let resource = Resource(
        path: ["describe"], access: .anonymous,
        operations: [
            Operation(method: "GET", permission: .user) { state, call in
                let resources = Router.resources.map { describe($0, call.request.origin) }
                return .compactJSON(
                    [
                        "doc": "MAAS API", "handlers": [], "resources": .array(resources),
                        "hash": .string(state.flavour.apiHash),
                    ], charset: false)
            }
        ])

    /// What MAAS calls each resource (recorded in all versions). Its Python client goes by these.
    private static let names: [[String]: String] = [
        ["account"]: "Account", ["boot-resources"]: "BootResources",
        ["boot-resources", "*"]: "BootResource", ["boot-sources"]: "BootSources",
        ["boot-sources", "*"]: "BootSource",
        ["boot-sources", "*", "selections"]: "BootSourceSelections",
        ["boot-sources", "*", "selections", "*"]: "BootSourceSelection", ["events"]: "Events",
        ["maas"]: "Maas", ["notifications"]: "Notifications",
        ["notifications", "*"]: "Notification", ["rackcontrollers"]: "RackControllers",
        ["rackcontrollers", "*"]: "RackController", ["regioncontrollers"]: "RegionControllers",
        ["regioncontrollers", "*"]: "RegionController", ["users"]: "Users",
        ["version"]: "Version",
    ]

    private static func describe(_ resource: Resource, _ origin: String) -> JSONValue {
        let name = (names[resource.path] ?? resource.path.joined(separator: " ")) + "Handler"
        let handler: JSONValue = [
            "name": .string(name), "doc": "", "params": .array(parameters(resource)),
            "path": .string(path(resource)), "uri": .string(origin + path(resource)),
            "actions": .array(resource.operations.map { action($0) }),
        ]
        let isAnonymous = resource.access == .anonymous
        return [
            "name": .string(name), "anon": isAnonymous ? handler : .null,
            "auth": isAnonymous ? .null : handler,
        ]
    }

    /// The resource's path with the names that MAAS gives what varies in it.
    private static func named(_ resource: Resource) -> [String] {
        resource.path.enumerated().map { index, part in
            guard part == "*" else { return part }
            if index + 1 < resource.path.count { return "{boot_source_id}" }
            return resource.path[index - 1].hasSuffix("controllers") ? "{system_id}" : "{id}"
        }
    }

    private static func parameters(_ resource: Resource) -> [JSONValue] {
        named(resource).filter { $0.hasPrefix("{") }.map {
            .string(String($0.dropFirst().dropLast()))
        }
    }

    private static func path(_ resource: Resource) -> String {
        Router.root + named(resource).joined(separator: "/") + "/"
    }

    private static func action(_ operation: Operation) -> JSONValue {
        let plain = ["GET": "read", "POST": "create", "PUT": "update", "DELETE": "delete"]
        return [
            "doc": "", "method": .string(operation.method),
            "name": .string(operation.name ?? plain[operation.method] ?? ""),
            "op": operation.name.map(JSONValue.string) ?? .null,
            "restful": .bool(operation.name == nil),
        ]
    }
}
