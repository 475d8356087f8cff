internal import FoundationEssentials

/// The address of a region as profiles keep it: `http://HOST:5240/MAAS`, without the API's own path.
package struct RegionAddress: Sendable, Equatable, Hashable {
    /// Scheme, host, port and path, without a slash at the end.
    package let base: String

    /// Reads a region's URL in the forms that people have at hand: `http://h:5240`, `…/MAAS`,
    /// `…/MAAS/`, and `…/MAAS/api/2.0/` as the official CLI keeps it. A URL without a path means
    /// `/MAAS`, where every MAAS region serves.
    package init(parsing text: String) throws(InvalidRegionAddress) {
        let typed = String(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        guard let parts = URLComponents(string: typed), !typed.contains(" ") else {
            throw .notURL(typed)
        }
        guard let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            typed.contains("://")
        else { throw .scheme(typed) }
        // Neither is quoted, for both may hold a secret.
        guard parts.user == nil, parts.password == nil else { throw .userInformation }
        guard parts.query == nil, parts.fragment == nil else { throw .queryOrFragment }
        guard let host = parts.host?.lowercased(), !host.isEmpty else { throw .host(typed) }
        let port = parts.port.map { ":\($0)" } ?? ""
        self.base =
            "\(scheme)://\(Self.bracketed(host))\(port)\(Self.path(parts.percentEncodedPath))"
    }

    /// The host and port, for messages and for naming a region that has no profile.
    package var authority: String {
        let rest = base.drop { $0 != ":" }.dropFirst(3)
        return String(rest.prefix { $0 != "/" })
    }

    private static func bracketed(_ host: String) -> String {
        host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    }

    private static func path(_ path: String) -> String {
        var segments = path.split(separator: "/").map(String.init)
        if segments.count >= 2, segments[segments.count - 2] == "api", isVersion(segments.last) {
            segments.removeLast(2)
        }
        return segments.isEmpty ? "/MAAS" : "/" + segments.joined(separator: "/")
    }

    /// Digits and dots, as the official CLI looks for at a URL's end (maascli 3.7, `api_url`).
    private static func isVersion(_ segment: String?) -> Bool {
        segment?.allSatisfy { $0 == "." || ($0.isASCII && $0.isNumber) } ?? false
    }
}

extension RegionAddress: CustomStringConvertible {
    package var description: String { base }
}

/// What keeps a text from being a region's address.
package enum InvalidRegionAddress: Error, Equatable {
    case notURL(String)
    case scheme(String)
    case userInformation
    case queryOrFragment
    case host(String)
}

extension InvalidRegionAddress: FailureConvertible {
    package var failure: Failure {
        let form = "write the region's URL like http://HOST:5240/MAAS"
        return switch self {
        case .notURL(let text):
            Failure(.usage, "this is not a URL", received: text, hint: form)
        case .scheme(let text):
            Failure(
                .usage, "the region's URL does not start with http:// or https://", received: text,
                hint: form)
        case .userInformation:
            Failure(
                .usage, "the region's URL holds a user name or password",
                hint:
                    "leave it out: MAAS is asked with an API key only. \(form)")
        case .queryOrFragment:
            Failure(.usage, "the region's URL has a query or a fragment", hint: form)
        case .host(let text):
            Failure(.usage, "the region's URL names no host", received: text, hint: form)
        }
    }
}
