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
