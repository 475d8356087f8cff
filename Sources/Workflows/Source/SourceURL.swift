internal import FoundationEssentials
internal import Transport

/// The rules that regions apply to a boot source's address.
package enum SourceURL {
    /// The longest address a region stores.
    package static let longest = 200

    /// Checks what the region would check, so that a mistake shows before anything is sent.
    ///
    /// Regions 2.4 to 3.8 want a host with a dot and a last label of two letters, an IP address, or
    /// `localhost`, and at most 200 characters.
    package static func validate(_ text: String) throws(WorkflowError) {
        guard !text.contains(where: { $0.isWhitespace || $0.isNewline }) else {
            throw refusal(text, "it contains white space")
        }
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased()
        else {
            throw refusal(text, "it is not a complete address", example)
        }
        guard ["http", "https"].contains(scheme) else {
            throw refusal(text, "MAAS fetches images over http and https only", example)
        }
        guard let host = parts.host, !host.isEmpty else {
            throw refusal(text, "it names no host", example)
        }
        guard parts.port.map({ (1...65_535).contains($0) }) ?? true else {
            throw refusal(text, "its port is none", "ports are 1 to 65535")
        }
        guard parts.user == nil, parts.password == nil else {
            throw refusal(text, "it contains a user name or password, which every admin could read")
        }
        guard isAcceptedHost(host) else {
            throw refusal(
                text, "MAAS refuses the host \"\(host)\"",
                "use its full name, like mirror.example.com, or its IP address")
        }
        guard text.count <= longest else {
            throw refusal(
                text, "it has \(text.count) characters and MAAS stores at most \(longest)")
        }
    }

    /// The form in which two addresses of the same source are equal: lower-case scheme and host, no
    /// default port, no slash at the end, and no doubled ones.
    package static func comparable(_ text: String) -> String {
        guard let separator = text.firstRange(of: "://") else { return trimmed(text) }
        let scheme = text[..<separator.lowerBound].lowercased()
        let rest = text[separator.upperBound...]
        let pathStart = rest.firstIndex(of: "/") ?? rest.endIndex
        var authority = rest[..<pathStart].lowercased()
        for (name, port) in [("http", ":80"), ("https", ":443")]
        where scheme == name && authority.hasSuffix(port) {
            authority.removeLast(port.count)
        }
        let path = rest[pathStart...].replacing(/\/{2,}/, with: "/")
        return trimmed("\(scheme)://\(authority)\(path)")
    }

    /// Whether two addresses mean the same source. For official streams the scheme does not count.
    package static func same(_ first: String, _ second: String) -> Bool {
        if let stream = OfficialStream(url: first) { return stream == OfficialStream(url: second) }
        return comparable(first) == comparable(second)
    }

    /// The form to store: regions up to 3.7 glue the path on without looking for a slash.
    package static func storable(_ text: String) -> String {
        let namesIndex = text.hasSuffix(".json") || text.hasSuffix(".sjson")
        let isAsItIs = text.hasSuffix("/") || namesIndex || text.contains("?")
        return isAsItIs ? text : text + "/"
    }

    private static let example = "give one like http://mirror.example.com/ephemeral-v3/stable/"

    private static func trimmed(_ text: some StringProtocol) -> String {
        var text = String(text)
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }

    private static func isAcceptedHost(_ host: String) -> Bool {
        if host.lowercased() == "localhost" || host.contains(":") { return true }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        if labels.count == 4, labels.allSatisfy({ UInt8($0) != nil }) { return true }
        guard labels.count > 1, let last = labels.last else { return false }
        return last.count >= 2 && last.allSatisfy { $0.isLetter || $0 == "-" || $0.isNumber }
            && last.contains(where: \.isLetter)
    }

    private static func refusal(
        _ text: String, _ problem: String, _ hint: String? = nil
    ) -> WorkflowError {
        WorkflowError(
            .invalidInput,
            "\"\(Address.shown(text))\" cannot be a boot source's address: \(problem)", hint: hint)
    }
}
