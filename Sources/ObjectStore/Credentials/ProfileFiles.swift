/// The texts of `~/.aws/credentials` and `~/.aws/config`, and the profiles in them.
package struct ProfileFiles: Sendable, Equatable {
    /// The profile that is meant where none is named.
    package static let usualName = "default"

    /// The text of the credentials file, where there is one.
    package let credentials: String?
    /// The text of the configuration file, where there is one.
    package let configuration: String?
    /// The path of a credentials file that somebody named and that could not be read.
    package let unread: String?

    /// Two texts.
    package init(credentials: String?, configuration: String?, unread: String? = nil) {
        self.credentials = credentials
        self.configuration = configuration
        self.unread = unread
    }

    /// What a profile says; keys of the credentials file win. Indented lines below a key without a
    /// value are named `key.name`; those of a section that `services` names are the profile's own.
    func values(of profile: String) -> [String: String] {
        var settings = Self.section(in: configuration) {
            $0 == "profile \(profile)" || (profile == Self.usualName && $0 == profile)
        }
        if let services = settings["services"] {
            let own = Self.section(in: configuration) { $0 == "services \(services)" }
            settings.merge(own) { _, service in service }
        }
        let keys = Self.section(in: credentials) { $0 == profile }
        return settings.merging(keys) { _, keys in keys }
    }

    /// Whether either file has the profile.
    func knows(_ profile: String) -> Bool { !values(of: profile).isEmpty }

    private static func section(
        in text: String?, named isMeant: (String) -> Bool
    ) -> [String: String] {
        var values: [String: String] = [:]
        var isInside = false
        var outer = ""
        for line in (text ?? "").split(whereSeparator: \.isNewline) {
            let trimmed = line.trimmed
            guard let first = trimmed.first, !"#;".contains(first) else { continue }
            if first == "[" {
                isInside = isMeant(name(of: trimmed))
                continue
            }
            guard isInside, let mark = trimmed.firstIndex(of: "=") else { continue }
            let key = trimmed[..<mark].trimmed.lowercased()
            let value = value(of: trimmed[trimmed.index(after: mark)...])
            if line.first?.isWhitespace == true, !outer.isEmpty {
                values["\(outer).\(key)"] = value
            } else {
                outer = value.isEmpty ? key : ""
                if !value.isEmpty { values[key] = value }
            }
        }
        return values
    }

    /// The name in `[profile "two words"]`, without quotation marks.
    private static func name(of title: Substring) -> String {
        title.dropFirst().prefix { $0 != "]" }.split { $0.isWhitespace || "\"'".contains($0) }
            .joined(separator: " ")
    }

    /// A value without the remark behind it.
    private static func value(of text: Substring) -> String {
        var end = text.startIndex
        var wasBlank = false
        while end < text.endIndex, !(wasBlank && "#;".contains(text[end])) {
            wasBlank = text[end].isWhitespace
            end = text.index(after: end)
        }
        return String(text[..<end].trimmed)
    }
}

extension Substring {
    /// The text without blanks and line breaks around it.
    var trimmed: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
