/// `notifications/` and its items.
enum NotificationsResource {
    static let collection = Resource(
        path: ["notifications"], access: .user,
        operations: [
            Operation(method: "GET", permission: .user) { state, call in
                let isAdmin = call.user?.isSuperuser == true
                let shown = state.notifications.filter { $0.users || (isAdmin && $0.admins) }
                return .json(.array(shown.map(\.json)))
            }
        ])

    static let item = Resource(
        path: ["notifications", "*"], access: .user,
        operations: [
            Operation(method: "GET", permission: .user) { state, call throws(RegionError) in
                .json(state.notifications[try find(state, call)].json)
            },
            Operation(
                method: "DELETE", permission: .admin(entitlement: "can_edit_notifications")
            ) { state, call throws(RegionError) in
                state.notifications.remove(at: try find(state, call))
                return .deleted
            },
        ])

    private static func find(_ state: RegionState, _ call: Call) throws(RegionError) -> Int {
        let id = try call.id()
        guard let index = state.notifications.firstIndex(where: { $0.id == id }) else {
            throw .noSuch("Notification")
        }
        return index
    }
}
