/// A profile as it is shown: without its key.
struct ProfileRow: Sendable {
    let profile: Profile
    let isCurrent: Bool
    /// Whether an own profile of the same name stands before this one.
    let isHidden: Bool

    init(_ profile: Profile, current: String?, isHidden: Bool = false) {
        self.profile = profile
        self.isHidden = isHidden
        isCurrent = profile.name == current && !isHidden
    }

    static let listing = Listing<ProfileRow>(
        plural: "profiles",
        fields: [
            Field("name") { .string($0.profile.name) },
            Field("url") { .string($0.profile.address.base) },
            Field("current") { .bool($0.isCurrent) },
            Field("origin") { .string($0.origin) },
            Field("insecure") { .bool($0.profile.insecure) },
            Field("problem") { .string(orNull: $0.problem) },
        ],
        columns: [
            Column("", .identifier) { row, _ in row.isCurrent ? "*" : "" },
            Column("NAME", .identifier) { row, _ in row.profile.name },
            Column("URL") { row, _ in row.profile.address.base },
            Column("ORIGIN", .identifier) { row, _ in row.origin },
            Column("PROBLEM", style: { _ in .yellow }) { row, _ in row.problem ?? "" },
        ])

    private var origin: String {
        switch profile.origin {
        case .own: "maas-boot"
        case .officialCLI: "maas"
        }
    }

    private var problem: String? {
        isHidden ? "maas-boot has a profile of this name, which is used" : profile.problem
    }
}
