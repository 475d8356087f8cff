/// A notice on the region's front page; the best place to learn why an import failed.
package struct RegionNotification: Sendable, Codable, Equatable {
    package var id: Int
    package var ident: String?
    package var message: String
    package var category: String
    package var users: Bool
    package var admins: Bool
    package var dismissable: Bool

    package init(
        id: Int, ident: String?, message: String, category: String = "error", users: Bool = true,
        admins: Bool = true, dismissable: Bool = true
    ) {
        self.id = id
        self.ident = ident
        self.message = message
        self.category = category
        self.users = users
        self.admins = admins
        self.dismissable = dismissable
    }

    /// What the API shows of it.
    var json: JSONValue {
        [
            "ident": ident.map(JSONValue.string) ?? .null, "user": nil, "users": .bool(users),
            "admins": .bool(admins), "message": .string(message), "context": [:],
            "category": .string(category), "dismissable": .bool(dismissable), "id": .int(id),
            "resource_uri": .string("/MAAS/api/2.0/notifications/\(id)/"),
        ]
    }
}
