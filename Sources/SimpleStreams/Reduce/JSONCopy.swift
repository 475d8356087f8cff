/// Writes JSON down again while it is read: values as they were written, and only the members that
/// are wanted.
///
/// White space is this type's own, a line for each member and element, for gpg signs no text with
/// lines of 20,000 bytes (GnuPG, `g10/textfilter.c`). Strings and numbers keep every byte.
struct JSONCopy {
    /// What was written.
    private(set) var text: [UInt8] = []
    private var depth = 0

    /// What becomes of a member of an object.
    enum Treatment {
        /// It is written as it is.
        case copy
        /// It is left out.
        case drop
        /// The closure reads the value and writes what takes its place.
        case rewrite((inout JSONCopy, inout JSONReader) throws(DocumentError) -> Void)
    }

    /// Writes the object that comes next, member by member.
    mutating func object(
        _ reader: inout JSONReader, _ treatment: (String) -> Treatment
    ) throws(DocumentError) {
        open("{")
        var isFirst = true
        try reader.readObject { reader, key throws(DocumentError) in
            let name = reader.pool[key]
            let treatment = treatment(name)
            if case .drop = treatment { return try reader.skipValue() }
            next(&isFirst)
            string(name)
            text.append(contentsOf: ": ".utf8)
            switch treatment {
            case .rewrite(let write): try write(&self, &reader)
            case .copy, .drop: try value(&reader)
            }
        }
        close("}", isEmpty: isFirst)
    }

    /// Writes those strings of the array that comes next that are wanted.
    mutating func strings(
        _ reader: inout JSONReader, where isWanted: (String) -> Bool
    ) throws(DocumentError) {
        open("[")
        var isFirst = true
        try reader.readArray { reader throws(DocumentError) in
            let element = try reader.readString()
            guard isWanted(element) else { return }
            next(&isFirst)
            string(element)
        }
        close("]", isEmpty: isFirst)
    }

    /// Writes the value that comes next.
    mutating func value(_ reader: inout JSONReader) throws(DocumentError) {
        switch try reader.nextKind() {
        case .object: try object(&reader) { _ in .copy }
        case .array:
            open("[")
            var isFirst = true
            try reader.readArray { reader throws(DocumentError) in
                next(&isFirst)
                try value(&reader)
            }
            close("]", isEmpty: isFirst)
        case .string, .number, .boolean, .null:
            let start = reader.position
            try reader.skipValue()
            text.append(contentsOf: reader.bytes[start..<reader.position])
        }
    }

    /// Writes a string.
    mutating func string(_ content: String) {
        text.append(UInt8(ascii: "\""))
        for byte in content.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                text.append(
                    contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
                        .utf8)
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }

    private mutating func open(_ bracket: Character) {
        text.append(contentsOf: String(bracket).utf8)
        depth += 1
    }

    private mutating func next(_ isFirst: inout Bool) {
        if !isFirst { text.append(UInt8(ascii: ",")) }
        isFirst = false
        line()
    }

    private mutating func close(_ bracket: Character, isEmpty: Bool) {
        depth -= 1
        if !isEmpty { line() }
        text.append(contentsOf: String(bracket).utf8)
        if depth == 0 { text.append(0x0A) }
    }

    private mutating func line() {
        text.append(0x0A)
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth))
    }
}
