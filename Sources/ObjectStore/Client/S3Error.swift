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

    init(status: Int, code: String, detail: String, hint: String? = nil) {
        self.status = status
        self.code = code
        self.detail = detail
        self.hint = hint
    }

    /// Whether the object, or the upload, is not there.
    var isAbsence: Bool {
        ["NoSuchKey", "NoSuchUpload"].contains(code) || (status == 404 && code.isEmpty)
    }

    /// Whether another writer was first (RFC 9110 §15.5.13; 409 is AWS's word for two at once).
    var isConflict: Bool { status == 412 || code == "ConditionalRequestConflict" }

    /// Whether the store does not know what a condition on a write is.
    var isUnknownCondition: Bool { status == 501 || code == "NotImplemented" }
}

extension S3Error {
    /// The error of an answer: its document, or its status where it has none, as HEAD's.
    init(_ response: HTTPResponse, _ place: String, service: S3Service) {
        let document = XMLReader.read([UInt8](response.body))
        let code = document?.text(of: "Code") ?? ""
        let message = document?.text(of: "Message") ?? ""
        let said = [code, message].filter { !$0.isEmpty }.joined(separator: ": ")
        self.init(
            status: response.status, code: code,
            detail: "\(place): " + (said.isEmpty ? "status \(response.status)" : said),
            hint: Self.hint(code, response, document, service))
    }

    /// No answer came.
    init(_ error: TransportError, _ place: String) {
        self.init(status: 0, code: "", detail: "\(place): \(error)")
    }

    /// The keys could not be had.
    init(_ error: S3SettingsError) {
        self.init(
            status: 0, code: "NoKeys",
            detail: error.detail + (error.received.map { ": \($0)" } ?? ""), hint: error.hint)
    }

    private static func hint(
        _ code: String, _ response: HTTPResponse, _ document: XMLElement?, _ service: S3Service
    ) -> String? {
        switch code {
        case "NoSuchBucket": "make the bucket first; this program makes none"
        case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken":
            "check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or the profile; a "
                + "proxy that changes the host name breaks signatures too"
        case "AccessDenied":
            "the keys need ListBucket, ListBucketMultipartUploads, GetObject, PutObject, "
                + "DeleteObject and AbortMultipartUpload"
        case "RequestTimeTooSkewed": "set this machine's clock"
        case "AuthorizationHeaderMalformed", "PermanentRedirect",
            "IllegalLocationConstraintException":
            (document?.text(of: "Region") ?? response.headers.value(of: "x-amz-bucket-region"))
                .map { "the bucket is in another region: --s3-region \($0)" }
                ?? "the bucket is in another region than \(service.region): give --s3-region"
        default: nil
        }
    }
}
