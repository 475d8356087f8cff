/// Percent-encoding for queries and urlencoded forms.
///
/// Everything but RFC 3986's unreserved characters is encoded, so that a value reads the same to
/// a form parser and to OAuth's base string.
package enum FormEncoding {
    /// `a=1&b=2`, in the order given.
    package static func encode(_ fields: [FormField]) -> String {
        fields.map { "\(escape($0.name))=\(escape($0.value))" }.joined(separator: "&")
    }

    /// A path as it goes into an address: what RFC 3986 §3.3 allows in a segment stays as it is, so
    /// that servers, caches and logs see the usual form.
    package static func path(_ text: String) -> String {
        escape(text) { isUnreserved($0) || "/:@!$&'()*+,;=".utf8.contains($0) }
    }

    /// One name or value.
    package static func escape(_ text: String) -> String {
        escape(text, unless: isUnreserved)
    }

    private static func escape(_ text: String, unless isKept: (UInt8) -> Bool) -> String {
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            if isKept(byte) {
                escaped.append(byte)
            } else {
                escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
