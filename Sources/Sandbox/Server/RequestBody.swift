/// What a region makes of a request's body, by its `Content-Type`.
enum RequestBody: Sendable, Equatable {
    /// A form, a JSON object, or nothing at all: bytes without a type count as nothing.
    case fields(FormFields)
    /// A JSON array, which no handler can read.
    case list
    /// A type no handler can read, such as `text/plain`.
    case unreadable
    /// A body that claims to be JSON and is none.
    case brokenJSON

    init(_ bytes: [UInt8], contentType: String?) {
        let type = contentType?.split(separator: ";").first.map { Text.trim($0).lowercased() }
        switch type {
        case nil, "": self = .fields(FormFields())
        case "application/x-www-form-urlencoded":
            self = .fields(FormFields(urlEncoded: String(decoding: bytes, as: UTF8.self)))
        case "multipart/form-data": self = .multipart(bytes, contentType ?? "")
        case "application/json": self = .json(bytes)
        default: self = .unreadable
        }
    }

    private static func multipart(_ bytes: [UInt8], _ contentType: String) -> RequestBody {
        guard let boundary = MultipartForm.boundary(in: contentType) else { return .unreadable }
        return .fields(MultipartForm.read(bytes, boundary: boundary))
    }

    private static func json(_ bytes: [UInt8]) -> RequestBody {
        guard let value = JSONValue(parsing: bytes) else { return .brokenJSON }
        return FormFields(json: value).map(RequestBody.fields) ?? .list
    }
}
