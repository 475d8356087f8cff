/// What a region answers outside its API's resources.
enum OtherPaths {
    /// The answer for a path no resource has.
    static func answer(_ path: String) throws(RegionError) -> APIResponse {
        if path.hasPrefix(Router.root) { throw .unknownEndpoint(path) }
        if path.hasPrefix("/MAAS/api/1.0/") {
            return .text(
                "The 1.0 API is no longer available. Please use API version 2.0.", status: 410)
        }
        if path == "/MAAS/api/version/" { return .text("2.0") }
        return APIResponse(404, "text/html; charset=utf-8", Array("Not found".utf8), kind: .failure)
    }
}
