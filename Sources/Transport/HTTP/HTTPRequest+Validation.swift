extension HTTPRequest {
    /// Refuses what would go on the wire as something other than was meant: an address that a
    /// server would read differently, or text that would end a header early (RFC 9112 §11.1).
    package func validate() throws(TransportError) {
        if let problem = addressProblem {
            throw TransportError(.invalidURL, detail: problem, url: url)
        }
        for header in headers where !header.isSendable {
            throw TransportError(
                .invalidRequest,
                detail: "the header \(header.shownName) holds a forbidden character",
                url: url)
        }
        if storeSigner != nil, let problem = SigV4Signer.problem(with: headers) {
            throw TransportError(.invalidRequest, detail: problem, url: url)
        }
        for field in query + (body?.textFields ?? []) where field.holdsNUL {
            throw TransportError(
                .invalidRequest, detail: "the parameter \(field.shownName) holds a NUL byte",
                url: url)
        }
    }

    /// Whether a signature covers the request.
    var isSigned: Bool { signer != nil || storeSigner != nil }

    private var addressProblem: String? {
        if let problem = Self.characterProblem(url) { return problem }
        guard let address = Address(url), ["http", "https"].contains(address.scheme) else {
            return "it starts with neither http:// nor https://"
        }
        if address.userInfo != nil { return "it holds a user name or a password" }
        if address.authority.isEmpty || address.authority.hasPrefix(":") {
            return "it names no host"
        }
        if address.tail.contains("#") { return "it holds a fragment (#)" }
        if !address.tail.isEmpty, isSigned || !query.isEmpty {
            return "it holds a query of its own beside the parameters"
        }
        return nil
    }

    private static func characterProblem(_ url: String) -> String? {
        for byte in url.utf8 {
            switch byte {
            case 0...0x20, 0x7f: return "it holds a space or a control character"
            case 0x80...: return "it holds a character outside ASCII that is not percent-encoded"
            case UInt8(ascii: "\\"): return "it holds a backslash"
            default: continue
            }
        }
        return nil
    }
}

extension HTTPHeader {
    /// A name made of token characters and a value without control characters (RFC 9110 §5).
    fileprivate var isSendable: Bool {
        !name.isEmpty && name.utf8.allSatisfy(Self.isTokenCharacter)
            && value.utf8.allSatisfy { $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7f) }
    }

    fileprivate var shownName: String {
        String(decoding: name.utf8.filter(Self.isTokenCharacter), as: UTF8.self)
    }

    private static func isTokenCharacter(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7f && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
    }
}

extension FormField {
    /// Both libcurl and liboauth would take the text to end there.
    fileprivate var holdsNUL: Bool { name.utf8.contains(0) || value.utf8.contains(0) }

    fileprivate var shownName: String { FormEncoding.escape(name) }
}
