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
