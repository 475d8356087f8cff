internal import FoundationEssentials

/// Reads `multipart/form-data` (RFC 7578), also in the shape the official CLI sends it: every part
/// in base64.
enum MultipartForm {
    /// The fields and files of `body`.
    static func read(_ body: [UInt8], boundary: String) -> FormFields {
        var form = FormFields()
        for part in parts(of: body, boundary: boundary) { add(part, to: &form) }
        return form
    }

    /// The boundary in a `Content-Type` value, with or without quotes.
    static func boundary(in contentType: String) -> String? {
        parameter("boundary", in: contentType)
    }

    private static func add(_ part: ArraySlice<UInt8>, to form: inout FormFields) {
        let separator = Array("\r\n\r\n".utf8)
        guard let split = part.firstRange(of: separator) else { return }
        let headers = headerFields(part[..<split.lowerBound])
        guard let disposition = headers["content-disposition"],
            let name = parameter("name", in: disposition)
        else { return }
        let encoded = headers["content-transfer-encoding"]?.lowercased() == "base64"
        let content = decode(Array(part[split.upperBound...]), base64: encoded)
        if parameter("filename", in: disposition) != nil {
            form.files[name] = content
        } else {
            form.append(name, String(decoding: content, as: UTF8.self))
        }
    }

    private static func decode(_ content: [UInt8], base64: Bool) -> [UInt8] {
        guard base64 else { return content }
        return Data(base64Encoded: Data(content), options: .ignoreUnknownCharacters).map(Array.init)
            ?? content
    }

    private static func parts(of body: [UInt8], boundary: String) -> [ArraySlice<UInt8>] {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        var rest = (Array("\r\n".utf8) + body)[...]
        var parts: [ArraySlice<UInt8>] = []
        guard let first = rest.firstRange(of: delimiter) else { return [] }
        rest = rest[first.upperBound...]
        while let next = rest.firstRange(of: delimiter) {
            parts.append(rest[..<next.lowerBound].dropFirst(2))
            rest = rest[next.upperBound...]
        }
        return parts
    }

    private static func headerFields(_ bytes: ArraySlice<UInt8>) -> [String: String] {
        var fields: [String: String] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { continue }
            fields[halves[0].lowercased()] = Text.trim(halves[1])
        }
        return fields
    }

    /// The value of `; name="value"` in a header.
    private static func parameter(_ name: String, in header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, Text.trim(halves[0]).lowercased() == name else { continue }
            return Text.unquote(Text.trim(halves[1]))
        }
        return nil
    }
}
