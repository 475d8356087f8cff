internal import FoundationEssentials
internal import Transport

/// What an object store, or the way to it, refused.
package struct S3Error: Error, Sendable, Hashable {
    /// The status of the answer; 0 when there was none.
    package let status: Int
    /// The store's own code: `NoSuchKey`, `AccessDenied`, …
    package let code: String
    /// What was tried and what came back, for a person.
    package let detail: String
    /// What to do, when that is known.
    package let hint: String?
    /// Why no answer came, where the way to the store failed.
    let cause: TransportError.Kind?

    init(
        status: Int, code: String, detail: String, hint: String? = nil,
        cause: TransportError.Kind? = nil
    ) {
        self.status = status
        self.code = code
        self.detail = detail
        self.hint = hint
        self.cause = cause
    }

    /// Whether the object, or the upload, is not there.
    var isAbsence: Bool {
        ["NoSuchKey", "NoSuchUpload"].contains(code) || (status == 404 && code.isEmpty)
    }

    /// Whether the store says that the same request may succeed later.
    var isPassing: Bool { Self.isPassing(code) }

    /// Whether a code of the store says so.
    static func isPassing(_ code: String?) -> Bool {
        ["InternalError", "SlowDown", "ServiceUnavailable", "RequestTimeout"].contains(code)
    }

    /// Whether another writer was first (RFC 9110 §15.5.13; 409 is AWS's word for two at once).
    var isConflict: Bool { status == 412 || code == "ConditionalRequestConflict" }

    /// Whether the store does not know what a condition on a write is.
    var isUnknownCondition: Bool { status == 501 || code == "NotImplemented" }
}

extension S3Error {
    /// The error of an answer: its document, or its status where it has none, as HEAD's.
    ///
    /// Every store says in a document what it is that it does not have. Another web server's 404 must
    /// not pass for an empty bucket.
    init(
        _ response: HTTPResponse, to method: HTTPRequest.Method, _ place: String,
        service: S3Service
    ) {
        let document = XMLReader.read([UInt8](response.body))
        let code = document?.text(of: "Code") ?? ""
        guard !code.isEmpty || method == .head || ![404, 405].contains(response.status) else {
            self = .noStore(response.status, place, service)
            return
        }
        let message = document?.text(of: "Message") ?? ""
        let said = [code, message].filter { !$0.isEmpty }.joined(separator: ": ")
        self.init(
            status: response.status, code: code,
            detail: "\(place): " + (said.isEmpty ? "status \(response.status)" : said),
            hint: S3Hint.of(code, response, document, service))
    }

    /// What answers is another kind of server.
    static func noStore(_ status: Int, _ place: String, _ service: S3Service) -> S3Error {
        S3Error(
            status: status, code: "NoStore",
            detail: "\(place): \(service.endpoint) does not answer like an object store "
                + "(status \(status))",
            hint: "check --s3-endpoint, or AWS_ENDPOINT_URL_S3")
    }

    /// No answer came.
    init(_ error: TransportError, _ place: String) {
        self.init(
            status: 0, code: "", detail: "\(place): \(error)", hint: S3Hint.of(error.kind),
            cause: error.kind)
    }

    /// The keys could not be had.
    init(_ error: S3SettingsError) {
        self.init(
            status: 0, code: "NoKeys",
            detail: error.detail + (error.received.map { ": \($0)" } ?? ""), hint: error.hint)
    }
}
