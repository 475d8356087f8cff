/// `users/`: who is asking.
enum UsersResource {
    static let collection = Resource(
        path: ["users"], access: .user,
        operations: [
            Operation(name: "whoami", method: "GET", permission: .user) { _, call in
                .json(call.user?.json ?? .null)
            },
            Operation(method: "GET", permission: .user) { state, _ in
                .json(.array(state.users.map(\.json)))
            },
        ])
}
