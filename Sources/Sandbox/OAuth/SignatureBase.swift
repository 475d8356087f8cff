/// The text an HMAC-SHA1 signature covers, built as regions build it, which is not RFC 5849's way.
///
/// It has the external scheme, host and port, the query's parameters and, on POST, the text fields
/// of a form or multipart body, each key once with its last value. File parts, JSON, and whatever a
/// PUT or DELETE carries are not covered (recorded on 3.3, 3.5, 3.7 and 3.8).
enum SignatureBase {
    /// The base string of `request` signed with the header's `parameters`.
    static func string(_ request: APIRequest, parameters: [String: String]) -> String {
        [request.method, url(request), normalized(request, parameters)]
            .map(PercentEncoding.encode).joined(separator: "&")
    }

    private static func url(_ request: APIRequest) -> String {
        var origin = request.origin
        for (scheme, port) in [("http:", ":80"), ("https:", ":443")]
        where origin.hasPrefix(scheme) && origin.hasSuffix(port) {
            origin.removeLast(port.count)
        }
        return origin + request.collapsedPath
    }

    private static func normalized(_ request: APIRequest, _ parameters: [String: String]) -> String
    {
        var covered = parameters
        covered["oauth_signature"] = nil
        for field in signedFields(request) { covered[field.name] = field.value }
        return
            covered
            .map { (PercentEncoding.encode($0.key), PercentEncoding.encode($0.value)) }
            .sorted { $0 < $1 }
            .map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    }

    private static func signedFields(_ request: APIRequest) -> [FormFields.Field] {
        var fields = request.queryFields.lastValues
        if request.method == "POST", request.hasForm, case .fields(let form) = request.content {
            fields += form.lastValues
        }
        return fields
    }
}
