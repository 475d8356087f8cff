/// What is left of choosing a format: only JSON is spoken, yet the choice is still checked.
enum ContentNegotiation {
    /// Refuses an unknown `?format=`, and an `Accept` header that cannot be read.
    static func check(_ request: APIRequest) throws(RegionError) {
        if let format = request.queryFields["format"], format != "json" {
            throw .unknownFormat(format)
        }
        for range in (request.headers["accept"] ?? "").split(separator: ",") {
            let type = Text.trim(range.prefix { $0 != ";" })
            guard type.contains("/") else { throw .crashed("Can't parse type \"\(type)\"") }
        }
    }
}
