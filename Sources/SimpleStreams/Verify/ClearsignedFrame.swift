/// The outer form of a clearsigned document (RFC 4880 §7): exactly one, and nothing else.
///
/// Readers differ in what they take for the signed text when there are two blocks, or text before
/// or after one. So a document with either is refused before anything reads it.
package struct ClearsignedFrame: Sendable {
    /// What is wrong with the form.
    package enum Fault: String, Error, Hashable, Sendable {
        /// Does not begin with the header.
        case header = "it does not begin with the header"
        /// Armour headers other than `Hash:`, or no empty line after them.
        case hashHeaders = "its headers are not \"Hash:\" and an empty line"
        /// A line of dashes out of place: a second block, or an unescaped dash.
        case secondBlock = "it has another block, or a line of dashes that is not escaped"
        /// No signature, or one that does not end.
        case signature = "its signature is missing or does not end"
        /// Something after the end.
        case trailing = "something follows the signature"
    }

    static let begin = "-----BEGIN PGP SIGNED MESSAGE-----"
    static let signature = "-----BEGIN PGP SIGNATURE-----"
    static let end = "-----END PGP SIGNATURE-----"

    /// The text between headers and signature, dash escapes taken back. gpgv's own output is used
    /// instead wherever a signature is checked.
    package let text: [UInt8]

    /// Whether a document claims to be clearsigned.
    package static func isClaimed(by document: [UInt8]) -> Bool {
        document.starts(with: begin.utf8)
    }

    /// Takes a document apart, or says what is wrong with its form.
    package init(_ document: [UInt8]) throws(Fault) {
        var lines = FrameLines(document)
        guard lines.next().map({ $0.trimmed.elementsEqual(Self.begin.utf8) }) == true else {
            throw .header
        }
        try Self.skipHashHeaders(&lines)
        text = try Self.readText(&lines)
        try Self.skipSignature(&lines)
        while let line = lines.next() {
            guard line.trimmed.isEmpty else { throw .trailing }
        }
    }

    private static func skipHashHeaders(_ lines: inout FrameLines) throws(Fault) {
        while let line = lines.next() {
            if line.trimmed.isEmpty { return }
            guard line.content.starts(with: "Hash: ".utf8) else { throw .hashHeaders }
        }
        throw .hashHeaders
    }

    private static func readText(_ lines: inout FrameLines) throws(Fault) -> [UInt8] {
        var text: [UInt8] = []
        while let line = lines.next() {
            guard line.content.first == UInt8(ascii: "-") else {
                text.append(contentsOf: line.content)
                text.append(0x0A)
                continue
            }
            if line.trimmed.elementsEqual(signature.utf8) { return text }
            guard line.content.starts(with: "- ".utf8) else { throw .secondBlock }
            text.append(contentsOf: line.content.dropFirst(2))
            text.append(0x0A)
        }
        throw .signature
    }

    private static func skipSignature(_ lines: inout FrameLines) throws(Fault) {
        while let line = lines.next() {
            if line.trimmed.elementsEqual(end.utf8) { return }
            guard line.content.first != UInt8(ascii: "-") else { throw .secondBlock }
        }
        throw .signature
    }
}
