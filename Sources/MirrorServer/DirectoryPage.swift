/// A plain page of what a directory holds.
struct DirectoryPage: Sendable {
    let path: String
    let hasParent: Bool
    let entries: [ServedTree.Entry]

    var text: String {
        let title = Self.escaped("Index of \(path)")
        let parent = hasParent ? "<tr><td><a href=\"../\">../</a><td><td>\n" : ""
        let rows = entries.map { entry in
            let isDirectory = entry.facts.kind == .directory
            let name = entry.name + (isDirectory ? "/" : "")
            return "<tr><td><a href=\"./\(Self.encoded(name))\">\(Self.escaped(name))</a>"
                + "<td>\(isDirectory ? "" : "\(entry.facts.size)")"
                + "<td>\(HTTPDate.short(entry.facts.changed))\n"
        }
        let cut =
            entries.count >= ServedTree.mostEntries
            ? "<p>Only the first \(entries.count) are shown.\n" : ""
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>\(title)</title>
            <style>td+td{padding-left:2em;text-align:right;font-family:monospace}</style></head>
            <body><h1>\(title)</h1>
            <table>
            \(parent)\(rows.joined())</table>
            \(cut)</body></html>

            """
    }

    /// Text that says nothing in HTML but itself.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }

    /// A path as a URL has it; everything but plain characters in percent form.
    static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let isPlain =
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "-._~/".utf8.contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            result +=
                isPlain
                ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
        return result
    }
}
