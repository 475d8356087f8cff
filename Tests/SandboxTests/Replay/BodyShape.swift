import Sandbox

/// Says how two JSON documents differ in shape: keys and types, and the text of short messages.
enum BodyShape {
    /// The differences, each with its place; none when the shapes agree.
    static func differences(
        recorded: JSONValue, live: JSONValue, at place: String = "$"
    ) -> [String] {
        if place == "$", case .bool = recorded, recorded != live {
            return ["recorded \(recorded), live \(live)"]
        }
        return switch (recorded, live) {
        case (.object(let old), .object(let new)):
            objects(old, new, place)
        case (.array(let old), .array(let new)):
            arrays(old, new, place)
        case (.null, .null), (.bool, .bool), (.int, .int), (.double, .double), (.int, .double),
            (.double, .int), (.string, .string):
            []
        default: ["\(place): recorded \(recorded), live \(live)"]
        }
    }

    private static func objects(
        _ old: [JSONValue.Member], _ new: [JSONValue.Member], _ place: String
    ) -> [String] {
        if isKeyedByData(place) { return dictionaries(old, new, place) }
        let missing = Set(old.map(\.key)).subtracting(new.map(\.key))
        let added = Set(new.map(\.key)).subtracting(old.map(\.key))
        var differences = missing.sorted().map { "\(place).\($0): missing" }
        differences += added.sorted().map { "\(place).\($0): not in the recording" }
        for member in new {
            guard let other = old.first(where: { $0.key == member.key }) else { continue }
            differences += Self.differences(
                recorded: other.value, live: member.value, at: "\(place).\(member.key)")
        }
        return differences
    }

    /// Sets and files are keyed by version and name: only their values have a shape.
    private static func isKeyedByData(_ place: String) -> Bool {
        place.hasSuffix(".sets") || place.hasSuffix(".files")
    }

    private static func dictionaries(
        _ old: [JSONValue.Member], _ new: [JSONValue.Member], _ place: String
    ) -> [String] {
        guard !old.isEmpty, !new.isEmpty else {
            return old.isEmpty == new.isEmpty ? [] : ["\(place): one is empty"]
        }
        let values = old.map(\.value)
        return new.flatMap { closest(values, $0.value, "\(place).\($0.key)") }
    }

    private static func arrays(
        _ old: [JSONValue], _ new: [JSONValue], _ place: String
    ) -> [String] {
        guard !old.isEmpty else { return new.isEmpty ? [] : ["\(place): recorded empty"] }
        guard !new.isEmpty else { return ["\(place): live empty"] }
        return new.enumerated().flatMap { closest(old, $1, "\(place)[\($0)]") }
    }

    /// The differences from whichever of the recorded values is nearest.
    private static func closest(
        _ recorded: [JSONValue], _ live: JSONValue, _ place: String
    ) -> [String] {
        let candidates = recorded.map { differences(recorded: $0, live: live, at: place) }
        return candidates.min { $0.count < $1.count } ?? []
    }
}

/// Text with what changes from run to run taken out.
enum Modulo {
    /// `text` with times, digits and keys replaced.
    static func runs(_ text: String) -> String {
        text.replacing(/\d{4}-\d\d-\d\dT[\d:.]+/, with: "TIME")
            .replacing(/\w{3}, \d\d \w{3}\.? \d{4} [\d:]+/, with: "TIME")
            .replacing(/[0-9a-f]{32}/, with: "NONCE")
            .replacing(/\d+/, with: "N")
            .replacing(/&(<[\w-]+>|\w{32})/, with: "&SECRET")
    }
}
