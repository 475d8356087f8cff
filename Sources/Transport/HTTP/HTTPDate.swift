internal import CCurl
package import FoundationEssentials

/// Dates in HTTP headers (RFC 9110 §5.6.7), read by libcurl's own parser.
package enum HTTPDate {
    /// Nil for what is no date.
    package static func parse(_ text: String) -> Date? {
        let seconds = unsafe curl_getdate(text, nil)
        return seconds < 0 ? nil : Date(timeIntervalSince1970: TimeInterval(seconds))
    }
}
