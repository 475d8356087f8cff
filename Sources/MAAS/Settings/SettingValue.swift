internal import Transport

/// The value of a setting.
package enum SettingValue: Sendable, Equatable, Decodable {
    case boolean(Bool)
    case number(Double)
    case text(String)
    /// Never set; after clearing, regions answer an empty text instead.
    case unset

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .unset
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    /// True for the boolean true.
    package var isTrue: Bool { self == .boolean(true) }

    /// The text, unless unset or empty.
    package var nonEmptyText: String? {
        guard case .text(let text) = self, !text.isEmpty else { return nil }
        return text
    }

    /// How it is sent.
    var sent: String {
        switch self {
        case .boolean(let value): "\(value)"
        case .number(let value): Int(exactly: value).map { "\($0)" } ?? "\(value)"
        case .text(let text): text
        case .unset: ""
        }
    }
}

extension RegionClient {
    /// A setting's value. Any user may read.
    package func setting(_ name: SettingName) async throws(RegionError) -> SettingValue {
        try await read(
            "read the setting \(name.rawValue)", "maas/",
            query: [.init("op", "get_config"), .init("name", name.rawValue)])
    }

    /// Changes a setting.
    package func set(_ name: SettingName, to value: SettingValue) async throws(RegionError) {
        try await perform(
            "change the setting \(name.rawValue)", .post, "maas/",
            query: [FormField("op", "set_config")],
            body: .form([FormField("name", name.rawValue), FormField("value", value.sent)]),
            mayRepeat: true)
    }
}
