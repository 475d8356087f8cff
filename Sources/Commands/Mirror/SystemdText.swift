/// Words as systemd's files and names have them.
enum SystemdText {
    /// A word of `ExecStart=`: as it is where that is the same, else in double quotes, in which
    /// specifiers (`%`) and variables (`$`) are doubled (systemd.service, "Command lines").
    static func word(_ word: String) -> String {
        quoted(word).replacing("$", with: "$$")
    }

    /// A path in a setting, and the program of `ExecStart=`: variables are not replaced there.
    static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.utf8.allSatisfy { isLetterOrDigit($0) || "_@+=:,./-%$".utf8.contains($0) }
        let escaped = text.replacing("%", with: "%%")
        guard !isPlain else { return escaped }
        return "\""
            + escaped.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Text for people, in which only specifiers mean something.
    static func description(_ text: String) -> String {
        text.replacing("%", with: "%%")
    }

    /// What `systemd-escape --path` makes of an absolute path.
    static func unitName(ofPath path: String) -> String {
        let names = path.split(separator: "/")
        guard !names.isEmpty else { return "-" }
        return names.map { name in
            String(decoding: name.utf8.flatMap(escaped), as: UTF8.self)
        }.joined(separator: "-").replacingFirstDot()
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        guard !isLetterOrDigit(byte), !":_.".utf8.contains(byte) else { return [byte] }
        let digits = String(byte, radix: 16)
        return Array(("\\x" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
            || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}

extension String {
    /// A unit's name does not start with a dot.
    fileprivate func replacingFirstDot() -> String {
        hasPrefix(".") ? "\\x2e" + dropFirst() : self
    }
}
