/// What an operation is given: the request's parts, who asks, and when.
struct Call {
    let request: APIRequest
    /// Nil only for anonymous resources.
    let user: RegionUser?
    /// The variable parts of the path, such as a source's id.
    let arguments: [String]
    let now: Double

    /// The fields of the body, as `.get` on a form reads them.
    func fields() throws(RegionError) -> FormFields {
        switch request.content {
        case .fields(let fields): return fields
        case .list: throw .crashed("'list' object has no attribute 'get'")
        case .unreadable: throw .crashed("'NoneType' object has no attribute 'get'")
        case .brokenJSON: throw .brokenJSON
        }
    }

    /// The numeric id at `index` of the path. Text that is no number crashes a region.
    func id(_ index: Int = 0) throws(RegionError) -> Int {
        let text = arguments[index]
        if let id = Int(text) { return id }
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        if !digits.isEmpty, digits.allSatisfy(\.isNumber) { return -1 }
        throw .crashed("Field 'id' expected a number but got '\(text)'.")
    }
}

/// One thing a resource can do.
struct Operation: Sendable {
    /// Who may do it.
    enum Permission: Sendable {
        /// Any user.
        case user
        /// An administrator; on 3.8 the user needs the named entitlement.
        case admin(entitlement: String)
    }

    /// The name in `?op=`; nil for the plain method.
    var name: String?
    var method: String
    var permission: Permission
    var run: @Sendable (inout RegionState, Call) throws(RegionError) -> APIResponse
}

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
