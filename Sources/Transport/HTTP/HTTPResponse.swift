package import FoundationEssentials

/// A complete answer. Any status is an answer; only failing to get one is an error.
package struct HTTPResponse: Sendable {
    package let status: Int
    package let headers: [HTTPHeader]
    /// The body; empty when a sink took it.
    package let body: Data
    /// Where the answer came from, after redirects, with its query.
    package let url: String
    /// What the attempt that brought it took.
    package let statistics: TransferStatistics
    /// Which attempt brought it, from 1. What earlier ones did before they broke off is not known.
    package internal(set) var attempt: Int

    package init(
        status: Int, headers: [HTTPHeader], body: Data, url: String,
        statistics: TransferStatistics = TransferStatistics(), attempt: Int = 1
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.url = url
        self.statistics = statistics
        self.attempt = attempt
    }

    /// The media type without parameters, in lower case.
    package var mediaType: String? {
        headers.value(of: "Content-Type")?
            .prefix { $0 != ";" }
            .lowercased()
            .replacing(" ", with: "")
    }

    /// The body as text; bytes that are not UTF-8 show as replacement characters.
    package var text: String { String(decoding: body, as: UTF8.self) }
}
