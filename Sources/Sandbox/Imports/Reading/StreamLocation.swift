/// Where a boot source's index is, and what its paths are relative to.
struct StreamLocation: Equatable {
    /// The root of the tree, with a slash at its end.
    var root: String
    var index: String

    /// A URL that names an index file itself is taken at its word; else the signed index is meant.
    init(_ url: String) {
        if let marker = url.firstRange(of: "streams/v1/"),
            url.hasSuffix(".json") || url.hasSuffix(".sjson")
        {
            root = String(url[..<marker.lowerBound])
            index = url
        } else {
            root = url.hasSuffix("/") ? url : url + "/"
            index = root + "streams/v1/index.sjson"
        }
    }
}
