/// Takes a request to the operation it names, through the checks of a region in their order.
enum Router {
    static let root = "/MAAS/api/2.0/"

    /// Everything the API has.
    static let resources: [Resource] = [
        VersionResource.resource, DescribeResource.resource, UsersResource.collection,
        AccountResource.resource, BootSourcesResource.collection, BootSourcesResource.item,
        SelectionsResource.collection, SelectionsResource.item,
        BootResourcesResource.collection, BootResourcesResource.item, MAASResource.resource,
        NotificationsResource.collection, NotificationsResource.item, EventsResource.resource,
        ControllersResource.racks, ControllersResource.rack, ControllersResource.regions,
        ControllersResource.region,
    ]

    /// Answers a request at `now` seconds since the epoch.
    static func answer(
        _ request: APIRequest, _ state: inout RegionState, now: Double
    ) -> APIResponse {
        do throws(RegionError) {
            return try dispatch(request, &state, now)
        } catch {
            return error.response
        }
    }

    private static func dispatch(
        _ request: APIRequest, _ state: inout RegionState, _ now: Double
    ) throws(RegionError) -> APIResponse {
        let path = request.collapsedPath
        guard let (resource, arguments) = resource(at: path) else {
            return try OtherPaths.answer(path)
        }
        if let refusal = SessionCookie.refusal(request, state.flavour) { return refusal }
        let user = try authenticate(request, resource, &state, now)
        let operation = try operation(request, resource)
        try permit(user, operation, state.flavour)
        try ContentNegotiation.check(request)
        let call = Call(request: request, user: user, arguments: arguments, now: now)
        var response = try operation.run(&state, call)
        if resource.access == .anonymous { response.kind = .anonymous }
        SessionCookie.mark(&response, request, state.flavour)
        return response
    }

    private static func resource(at path: String) -> (Resource, [String])? {
        guard path.hasPrefix(root), path.hasSuffix("/") else { return nil }
        let parts = path.dropFirst(root.count).dropLast().split(
            separator: "/", omittingEmptySubsequences: false)
        for resource in resources {
            if let arguments = resource.arguments(parts) { return (resource, arguments) }
        }
        return nil
    }

    private static func authenticate(
        _ request: APIRequest, _ resource: Resource, _ state: inout RegionState, _ now: Double
    ) throws(RegionError) -> RegionUser? {
        guard resource.access != .anonymous else { return nil }
        if state.faults.contains(.wrongKey), request.headers["authorization"] != nil {
            throw .refused("Invalid API key.")
        }
        let verifier = OAuthVerifier(
            flavour: state.flavour, users: state.users, now: now + state.clockSkew)
        let user = try verifier.user(of: request, nonces: &state.nonces)
        let isAdminOnly = resource.access == .admin && state.flavour < .v3_8
        if isAdminOnly, user?.isSuperuser != true {
            throw .forbidden("User is not allowed access to this API.")
        }
        guard let user else { throw .unauthenticated }
        return user
    }

    private static func operation(
        _ request: APIRequest, _ resource: Resource
    ) throws(RegionError) -> Operation {
        guard resource.methods.contains(request.method) else {
            throw .methodNotAllowed(resource.methods)
        }
        let name = try operationName(request)
        for operation in resource.operations
        where operation.method == request.method && operation.name == name {
            return operation
        }
        throw .badRequest(
            "Unrecognised signature: method=\(request.method) op=\(name ?? "None")")
    }

    private static func operationName(_ request: APIRequest) throws(RegionError) -> String? {
        if request.method == "POST" || request.method == "PUT", request.content == .brokenJSON {
            throw .brokenJSON
        }
        if let name = request.queryFields["op"] { return name }
        guard request.method == "POST", request.hasForm, case .fields(let fields) = request.content
        else { return nil }
        return fields["op"]
    }

    private static func permit(
        _ user: RegionUser?, _ operation: Operation, _ flavour: MAASFlavour
    ) throws(RegionError) {
        guard case .admin(let entitlement) = operation.permission, user?.isSuperuser != true
        else { return }
        guard flavour >= .v3_8 else { throw .forbidden("This method is reserved for admin users.") }
        throw .forbidden(
            "User does not have permission to perform this operation. "
                + "The user should have permission '\(entitlement)'")
    }
}
