package import FoundationEssentials
package import Transport

/// One request to a real region and its answer.
package struct RecordedExchange: Sendable, CustomStringConvertible {
    /// `3.3.9` … `3.8a1`.
    package let region: String
    /// `03-boot-sources`.
    package let topic: String
    package let name: String
    package let request: Request
    package let response: HTTPResponse

    package var description: String {
        "\(region) \(topic) \"\(name)\": \(request.method) \(request.target) → \(response.status)"
    }

    /// What was sent.
    package struct Request: Sendable {
        /// Any verb, also those the client never sends.
        package let method: String
        /// What follows the host, query included, as it went over the wire.
        package let target: String
        package let headers: [HTTPHeader]
        package let body: Data?

        /// The target without its query.
        package var path: String { String(target.prefix { $0 != "?" }) }

        /// The query, decoded, in the order sent.
        package var query: [FormField] {
            FormReading.fields(target.drop { $0 != "?" }.dropFirst())
        }

        /// The fields of an urlencoded body, decoded, in the order sent; empty for other bodies.
        package var form: [FormField] {
            let type = headers.value(of: "Content-Type") ?? ""
            guard type.hasPrefix("application/x-www-form-urlencoded"), let body else { return [] }
            return FormReading.fields(Substring(String(decoding: body, as: UTF8.self)))
        }
    }
}

/// Reads urlencoded text, independently of the code that writes it.
enum FormReading {
    static func fields(_ text: Substring) -> [FormField] {
        text.split(separator: "&").map { pair in
            let name = pair.prefix { $0 != "=" }
            return FormField(decoded(name), decoded(pair.dropFirst(name.count + 1)))
        }
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
