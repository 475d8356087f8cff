/// A resource of the API: a path and what can be done there.
struct Resource: Sendable {
    /// Who may reach the resource at all.
    enum Access: Sendable {
        /// Anyone; credentials are not even looked at.
        case anonymous
        case user
        /// Administrators up to 3.7, even for reading; any user to read from 3.8 on.
        case admin
    }

    /// The path's parts below `/MAAS/api/2.0/`; `*` stands for a variable one.
    var path: [String]
    var access: Access
    var operations: [Operation]

    /// The methods of the `Allow` header.
    var methods: [String] {
        var seen: Set<String> = []
        return operations.map(\.method).filter { seen.insert($0).inserted }
    }

    /// The variable parts of `parts` when they match the path.
    func arguments(_ parts: [Substring]) -> [String]? {
        guard parts.count == path.count else { return nil }
        var arguments: [String] = []
        for (pattern, part) in zip(path, parts) {
            if pattern == "*" {
                arguments.append(PercentEncoding.decode(part))
            } else if pattern != part {
                return nil
            }
        }
        return arguments
    }
}
