/// Why a region refuses a request, each with the one answer that was recorded for it.
enum RegionError: Error, Equatable {
    /// A validation error: messages by field, `__all__` for the whole.
    case invalid([JSONValue.Member], charset: Bool = true)
    /// A single message of a refused request.
    case badRequest(String)
    /// An object that does not exist, named as its Python class.
    case noSuch(String)
    /// A path the API does not have.
    case unknownEndpoint(String)
    /// Not permitted.
    case forbidden(String)
    /// No credentials that count.
    case unauthenticated
    /// Credentials that were refused; the text names the reason, and can hold the real secret.
    case refused(String)
    /// An exception nothing caught; its text is the answer.
    case crashed(String)
    /// A method the resource does not know.
    case methodNotAllowed([String])
    /// A body that is no JSON although it says so.
    case brokenJSON
    /// A format in `?format=` that does not exist.
    case unknownFormat(String)
    /// A unique priority taken by another source (3.8), after the database's retries.
    case conflict

    /// One field with one message.
    static func invalid(_ field: String, _ message: String, charset: Bool = true) -> RegionError {
        .invalid([.init(field, [.string(message)])], charset: charset)
    }

    /// The recorded answer.
    var response: APIResponse {
        switch self {
        case .invalid(let fields, let charset):
            .compactJSON(.object(fields), status: 400, charset: charset, kind: .failure)
        case .badRequest(let text): .failure(400, text)
        case .noSuch(let name): .text("No \(name) matches the given query.", status: 404)
        case .unknownEndpoint(let path):
            .text("Unknown API endpoint: \(path).", status: 404, charset: true, kind: .bare)
        case .forbidden(let text): .failure(403, text)
        case .unauthenticated: .text("Forbidden", status: 401)
        case .refused(let text): Self.refusal(text)
        case .crashed(let text): .failure(500, text)
        case .methodNotAllowed(let methods):
            APIResponse(
                405, "text/html; charset=utf-8", [],
                headers: ["Allow": methods.joined(separator: ", ")])
        case .brokenJSON: .text("Bad Request", status: 400)
        case .unknownFormat(let name):
            .text("Invalid output format specified '\(name)'.", status: 400)
        case .conflict: Self.conflictPage
        }
    }

    private static func refusal(_ text: String) -> APIResponse {
        APIResponse(
            401, "text/html; charset=utf-8", Array("Authorization Error: \(text)".utf8),
            kind: .failure, headers: ["WWW-Authenticate": "OAuth realm=\"OAuth\""])
    }

    private static var conflictPage: APIResponse {
        let page = """
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" \
            "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
              <head>
            <title>Error: Conflict Error</title>
              </head>
              <body>
            <h2 class="p-heading--four">
              Conflict error. Try your request again, as it will most likely succeed.
            </h2>
              </body>
            </html>
            """
        return APIResponse(
            409, "text/html; charset=utf-8", Array(page.utf8), kind: .proxy,
            headers: ["Retry-After": "5"])
    }
}
