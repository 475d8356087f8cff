import Foundation

/// Reads a recorded answer without the client's types, to compare with what they understood.
enum RecordedJSON {
    /// The ids, names or the value in the answer, sorted.
    static func witnesses(_ body: Data) throws -> [String] {
        let value = try JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed)
        if let page = value as? [String: Any], let events = page["events"] as? [[String: Any]] {
            return events.map(witness).sorted()
        }
        if let list = value as? [[String: Any]] { return list.map(witness).sorted() }
        if let object = value as? [String: Any] { return [witness(object)] }
        return [text(value)]
    }

    private static func witness(_ object: [String: Any]) -> String {
        for key in ["system_id", "id", "username", "version"] {
            if let value = object[key] { return text(value) }
        }
        return "\(object)"
    }

    private static func text(_ value: Any) -> String {
        if value is NSNull { return "<null>" }
        if let text = value as? String { return text }
        if let number = value as? NSNumber {
            let isBoolean = String(cString: number.objCType) == "c"
            return isBoolean ? "\(number.boolValue)" : "\(number)"
        }
        return "\(value)"
    }
}
