/// What a region answers outside its API's resources.
enum OtherPaths {
    /// The answer for a path no resource has.
    static func answer(_ path: String) throws(RegionError) -> APIResponse {
        if path.hasPrefix(Router.root) { throw .unknownEndpoint(path) }
        if path.hasPrefix("/MAAS/api/1.0/") {
            return .text(
                "The 1.0 API is no longer available. Please use API version 2.0.", status: 410,
                kind: .bare)
        }
        switch path {
        case "/MAAS/api/version/": return .text("2.0")
        case "/", "/MAAS", "/MAAS/":
            var page = APIResponse.page(301, "301 Moved Permanently")
            page.extraHeaders = ["Location": "/MAAS/r/"]
            return page
        case "/MAAS/api/":
            return APIResponse(
                302, "text/html; charset=utf-8", [], kind: .failure,
                headers: ["Location": "/MAAS/?next=%2FMAAS%2Fapi%2F"])
        default:
            return APIResponse(
                404, "text/html; charset=utf-8", Array("Not found".utf8), kind: .bare)
        }
    }
}
