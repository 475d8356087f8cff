/// What a request carries.
package enum RequestBody: Sendable, Equatable {
    /// `application/x-www-form-urlencoded`.
    case form([FormField])
    /// `multipart/form-data`, needed as soon as a file goes along.
    case multipart(MultipartForm)
    /// Bytes as they are; what they are is said by a header of the request, or by nobody.
    case raw([UInt8])

    /// The text fields, which MAAS regions include in the signature of a POST.
    var textFields: [FormField] {
        switch self {
        case .form(let fields): fields
        case .multipart(let form): form.fields
        case .raw: []
        }
    }

    var contentType: String? {
        switch self {
        case .form: "application/x-www-form-urlencoded"
        case .multipart(let form): "multipart/form-data; boundary=\(form.boundary)"
        case .raw: nil
        }
    }

    var bytes: [UInt8] {
        switch self {
        case .form(let fields): Array(FormEncoding.encode(fields).utf8)
        case .multipart(let form): form.bytes
        case .raw(let bytes): bytes
        }
    }
}
