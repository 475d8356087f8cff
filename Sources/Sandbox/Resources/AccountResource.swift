/// `account/`: the asking user's API keys.
enum AccountResource {
    static let resource = Resource(
        path: ["account"], access: .user,
        operations: [
            Operation(
                name: "list_authorisation_tokens", method: "GET", permission: .user
            ) { state, call in
                let keys = state.users.first { $0.name == call.user?.name }?.keys ?? []
                return .json(.array(keys.map { show($0) }))
            },
            Operation(
                name: "create_authorisation_token", method: "POST", permission: .user, run: create),
            Operation(
                name: "delete_authorisation_token", method: "POST", permission: .user, run: delete),
        ])

    private static func show(_ key: APIKey) -> JSONValue {
        ["name": .string(key.name), "token": .string(key.text)]
    }

    private static func create(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        let key = APIKey.random(name: try call.fields()["name"] ?? "MAAS consumer")
        if let index = state.users.firstIndex(where: { $0.name == call.user?.name }) {
            state.users[index].keys.append(key)
        }
        return .compactJSON([
            "token_key": .string(key.token), "token_secret": .string(key.secret),
            "consumer_key": .string(key.consumer), "name": .string(key.name),
        ])
    }

    private static func delete(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        guard let token = try call.fields()["token_key"] else {
            throw .badRequest("No provided token_key!")
        }
        guard let user = state.users.firstIndex(where: { $0.name == call.user?.name }),
            let key = state.users[user].keys.firstIndex(where: { $0.token == token })
        else { throw .noSuch("Token") }
        state.users[user].keys.remove(at: key)
        return .deleted
    }
}
