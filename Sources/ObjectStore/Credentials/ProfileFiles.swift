/// The texts of `~/.aws/credentials` and `~/.aws/config`, and the profiles in them.
package struct ProfileFiles: Sendable, Equatable {
    /// The profile that is meant where none is named.
    package static let usualName = "default"

    /// The text of the credentials file, where there is one.
    package let credentials: String?
    /// The text of the configuration file, where there is one.
    package let configuration: String?

    /// Two texts.
    package init(credentials: String?, configuration: String?) {
        self.credentials = credentials
        self.configuration = configuration
    }

    /// What a profile says; keys of the credentials file win. Indented lines below a key without a
    /// value are named `key.name`.
    func values(of profile: String) -> [String: String] {
        let section = profile == Self.usualName ? profile : "profile \(profile)"
        let settings = Self.section(section, in: configuration)
        return settings.merging(Self.section(profile, in: credentials)) { _, keys in keys }
    }

    /// Whether either file has the profile.
    func knows(_ profile: String) -> Bool { !values(of: profile).isEmpty }

    private static func section(_ name: String, in text: String?) -> [String: String] {
        var values: [String: String] = [:]
        var isInside = false
        var outer = ""
        for line in (text ?? "").split(whereSeparator: \.isNewline) {
            let trimmed = line.trimmed
            guard let first = trimmed.first, !"#;".contains(first) else { continue }
            if first == "[" {
                let title = trimmed.dropFirst().prefix { $0 != "]" }
                isInside = title.split(separator: " ").joined(separator: " ") == name
                continue
            }
            guard isInside, let mark = trimmed.firstIndex(of: "=") else { continue }
            let key = trimmed[..<mark].trimmed.lowercased()
            let value = String(trimmed[trimmed.index(after: mark)...].trimmed)
            if line.first?.isWhitespace == true, !outer.isEmpty {
                values["\(outer).\(key)"] = value
            } else {
                outer = value.isEmpty ? key : ""
                if !value.isEmpty { values[key] = value }
            }
        }
        return values
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
