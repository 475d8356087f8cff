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

    private static func describe(_ resource: Resource, _ origin: String) -> JSONValue {
        let name =
            (resource.path.first ?? "") + (resource.path.contains("*") ? "Handler" : "sHandler")
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

    private static func parameters(_ resource: Resource) -> [JSONValue] {
        resource.path.filter { $0 == "*" }.map { _ in "id" }
    }

    private static func path(_ resource: Resource) -> String {
        let parts = resource.path.map { $0 == "*" ? "{id}" : $0 }
        return Router.root + parts.joined(separator: "/") + "/"
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
