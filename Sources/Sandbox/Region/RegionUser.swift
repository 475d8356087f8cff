/// An account on the region.
package struct RegionUser: Sendable, Codable, Equatable {
    package var name: String
    package var email: String
    package var isSuperuser: Bool
    /// The keys the user can sign with; the first is the one handed out.
    package var keys: [APIKey]

    package init(name: String, email: String, isSuperuser: Bool, keys: [APIKey] = []) {
        self.name = name
        self.email = email
        self.isSuperuser = isSuperuser
        self.keys = keys
    }

    /// What `users/` and `whoami` show.
    var json: JSONValue {
        [
            "is_superuser": .bool(isSuperuser), "username": .string(name), "email": .string(email),
            "is_local": true, "resource_uri": .string("/MAAS/api/2.0/users/\(name)/"),
        ]
    }
}
