internal import FoundationEssentials

/// Django's check of a URL, which regions apply to boot sources and proxies.
enum URLField {
    /// The longest URL a boot source can have.
    static let maximumLength = 200

    /// The URL as stored: text without a scheme gets `http://`. Nil when it is no valid URL: the
    /// host must have a top-level domain, be an address, or be `localhost`.
    ///
    /// A port has two digits at least before 3.7, whose Django takes one.
    static func clean(_ text: String, _ flavour: MAASFlavour) -> String? {
        let trimmed = Text.trim(text)
        let url = trimmed.contains("://") ? trimmed : "http://" + trimmed
        guard let separator = url.firstRange(of: "://"), !url.contains(where: \.isWhitespace) else {
            return nil
        }
        let scheme = url[..<separator.lowerBound].lowercased()
        guard ["http", "https", "ftp", "ftps"].contains(scheme) else { return nil }
        let authority = url[separator.upperBound...].prefix { !"/?#".contains($0) }
        let shortestPort = flavour < .v3_7 ? 2 : 1
        return isValid(authority: authority, shortestPort) ? url : nil
    }

    private static func isValid(authority: Substring, _ shortestPort: Int) -> Bool {
        let hostAndPort =
            authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        if hostAndPort.hasPrefix("[") {
            return hostAndPort.contains("]") && hostAndPort.contains(":")
        }
        let parts = hostAndPort.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let host = parts.first, !host.isEmpty else { return false }
        if parts.count == 2 {
            guard (shortestPort...5).contains(parts[1].count), parts[1].allSatisfy(isDigit) else {
                return false
            }
        }
        return host.lowercased() == "localhost" || isAddress(host) || isDomain(host)
    }

    private static func isAddress(_ host: Substring) -> Bool {
        let bytes = host.split(separator: ".", omittingEmptySubsequences: false)
        return bytes.count == 4 && bytes.allSatisfy { $0.allSatisfy(isDigit) && UInt8($0) != nil }
    }

    private static func isDomain(_ host: Substring) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let top = labels.last, top.count >= 2 else { return false }
        guard top.hasPrefix("xn--") || top.allSatisfy({ $0.isLetter || $0 == "-" }) else {
            return false
        }
        return labels.allSatisfy { label in
            !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.allSatisfy { $0.isLetter || isDigit($0) || $0 == "-" }
        }
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
