package import Transport

/// A request that a region did not carry out, and why.
package struct RegionError: Error, Sendable {
    /// What was being done, as a verb and its object: "list boot sources".
    package let operation: String
    /// The region's address.
    package let region: String
    package let reason: Reason

    init(doing operation: String, region: String, _ reason: Reason) {
        self.operation = operation
        self.region = region
        self.reason = reason
    }

    /// Why, sorted by what can be done about it.
    package enum Reason: Sendable, Equatable {
        /// No answer came.
        case transport(TransportError)
        /// 401.
        case unauthenticated(AuthenticationProblem)
        /// 403: the user may not, or (up to 3.7) nobody was recognised.
        case forbidden(text: String)
        /// 404 for an object; `text` names the kind.
        case notFound(text: String)
        /// 404 for a path that a MAAS region has, or an answer that no MAAS region gives.
        case notMAAS(status: Int)
        /// 400 with messages per field; model-level ones have no field.
        case invalid([FieldMessage])
        /// 400 with plain text.
        case refused(text: String)
        /// 409: on 3.8 a priority that another source has.
        case conflict
        /// A redirect, which is not followed. The region wants another address, mostly https.
        case moved(to: String?)
        /// 502, 503, 504 or 429, after the retries.
        case busy(status: Int)
        /// 500 with the exception's text.
        case failed(status: Int, text: String)
        /// The answer is no JSON, or not the JSON expected.
        case undecodable(String)
        /// No single request can make the change; nothing was sent.
        case unsendable(UnsendableChange)
    }

    /// One validation message.
    package struct FieldMessage: Sendable, Equatable {
        /// Nil for `__all__`.
        package let field: String?
        package let message: String

        package init(field: String?, message: String) {
            self.field = field
            self.message = message
        }
    }
}
