extension TarHeader {
    /// What a block that is not the expected header seems to be, for a message.
    static func told(_ block: [UInt8]) -> String {
        if block.allSatisfy({ $0 == 0 }) { return "the end of an archive" }
        guard isHeader(block) else { return "no header" }
        let name = String(decoding: block[..<100].prefix { $0 != 0 }, as: UTF8.self)
        return "\(kind(block[156])) named \(PrintableText.quote(name))"
    }

    private static func kind(_ type: UInt8) -> String {
        switch Unicode.Scalar(type) {
        case "0", "\0", "7": "a file"
        case "1": "a hard link"
        case "2": "a symbolic link"
        case "3", "4": "a device"
        case "5": "a directory"
        case "6": "a pipe"
        case "x", "g", "L", "K": "an extended header"
        default: "something unknown"
        }
    }
}
