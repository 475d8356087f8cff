/// An address cut where its parts have rules of their own.
package struct Address: Sendable, Equatable {
    /// In lower case, without the colon.
    package let scheme: String
    /// What stands before `@`: a user name, and possibly a password.
    package let userInfo: String?
    /// Host and port, in lower case.
    package let authority: String
    /// From the first slash to the query.
    package let path: String
    /// From `?` or `#` on, that mark included; empty when there is neither.
    package let tail: String

    /// Nil when the text is not of the form `scheme://…`.
    package init?(_ url: String) {
        guard let separator = url.firstRange(of: "://") else { return nil }
        scheme = url[..<separator.lowerBound].lowercased()
        let rest = url[separator.upperBound...]
        let marks = "/?#".utf8
        let authorityEnd = rest.utf8.firstIndex { marks.contains($0) } ?? rest.endIndex
        let pathEnd = rest.utf8.firstIndex { marks.dropFirst().contains($0) } ?? rest.endIndex
        let full = rest[..<authorityEnd]
        let mark = full.utf8.lastIndex(of: UInt8(ascii: "@"))
        userInfo = mark.map { String(full[..<$0]) }
        authority = full[(mark.map(full.utf8.index(after:)) ?? full.startIndex)...].lowercased()
        path = String(rest[authorityEnd..<pathEnd])
        tail = String(rest[pathEnd...])
    }

    /// Scheme, host and port: what transfers have in common that can share a connection.
    package var origin: String { "\(scheme)://\(authority)" }

    /// The address as it may be shown to anyone: user names, passwords and queries can be secrets,
    /// and control characters can play tricks on a terminal.
    package static func shown(_ url: String) -> String {
        let address = Address(url)
        let plain =
            address.map { $0.origin + $0.path }
            ?? String(Substring(url.utf8.prefix { !"?#".utf8.contains($0) }))
        return String(
            String.UnicodeScalarView(
                plain.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7f ? "\u{FFFD}" : $0 }))
    }
}
