/// Takes out of a text whatever could drive the terminal it is shown on.
///
/// Regions, and whoever can name a file or write a notice on one, choose many of the texts a
/// person gets to see. Values keep those texts as they came, since addresses and names are sent
/// back and compared; whoever shows one passes it through here.
package enum TerminalSafe {
    /// The text without escape sequences (ECMA-48, with C0 or C1 introducers), control characters
    /// and invisible formatting characters, such as those that turn the writing direction. Line
    /// breaks and tabs become spaces. Takes time in proportion to the text's length.
    package static func text(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var kept = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar.value >= 0x20, scalar.value < 0x7f {
                kept.append(scalar)
                index += 1
            } else if let end = endOfSequence(scalars, at: index) {
                index = end
            } else {
                if let shown = replacement(scalar) { kept.append(shown) }
                index += 1
            }
        }
        return String(kept)
    }

    /// The text on one line: as `text(_:)`, each run of white space one space, none at the ends.
    package static func line(_ text: String) -> String {
        self.text(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The text on one line, cut after `limit` characters with an ellipsis.
    package static func line(_ text: String, limit: Int) -> String {
        let line = line(text)
        guard let end = line.index(line.startIndex, offsetBy: limit, limitedBy: line.endIndex),
            end < line.endIndex
        else { return line }
        return line[..<end] + "…"
    }

    private static func replacement(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09...0x0d, 0x85, 0x2028, 0x2029: return " "
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format: return nil
        default: return scalar
        }
    }

    /// Where the escape sequence that starts at `start` ends; nil when none starts there.
    private static func endOfSequence(_ scalars: [Unicode.Scalar], at start: Int) -> Int? {
        let next = start + 1
        switch scalars[start].value {
        case 0x1b:
            guard next < scalars.count else { return nil }
            switch scalars[next].value {
            case UInt32(ascii: "["): return endOfControlSequence(scalars, from: next + 1)
            case UInt32(ascii: "]"), UInt32(ascii: "P"), UInt32(ascii: "X"), UInt32(ascii: "^"),
                UInt32(ascii: "_"):
                return endOfControlString(scalars, from: next + 1) ?? next + 1
            default: return endOfShortSequence(scalars, from: next)
            }
        case 0x9b: return endOfControlSequence(scalars, from: next)
        case 0x90, 0x98, 0x9d...0x9f: return endOfControlString(scalars, from: next) ?? next
        default: return nil
        }
    }

    /// Parameters, intermediates and the final byte of a CSI sequence, as far as they are there.
    private static func endOfControlSequence(
        _ scalars: [Unicode.Scalar], from start: Int
    ) -> Int {
        var index = start
        while index < scalars.count, 0x20...0x3f ~= scalars[index].value { index += 1 }
        if index < scalars.count, 0x40...0x7e ~= scalars[index].value { index += 1 }
        return index
    }

    /// Intermediates and the final byte after an escape character.
    private static func endOfShortSequence(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        var index = start
        while index < scalars.count, 0x20...0x2f ~= scalars[index].value { index += 1 }
        if index < scalars.count, 0x30...0x7e ~= scalars[index].value { index += 1 }
        return index
    }

    /// The end of a string up to BEL or ST; nil when it is not terminated before the next control
    /// character, so that an open string cannot hide the rest of a message.
    private static func endOfControlString(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
        var index = start
        while index < scalars.count {
            switch scalars[index].value {
            case 0x07, 0x9c: return index + 1
            case 0x1b:
                let closes = index + 1 < scalars.count && scalars[index + 1] == "\\"
                return closes ? index + 2 : nil
            case 0..<0x20, 0x7f...0x9f: return nil
            default: index += 1
            }
        }
        return nil
    }
}

extension UInt32 {
    fileprivate init(ascii scalar: Unicode.Scalar) { self = scalar.value }
}
