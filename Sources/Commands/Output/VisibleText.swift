/// Text from outside made safe for a line on a terminal or in a file of lines.
package enum VisibleText {
    /// White space becomes a space and other control characters `�`, so that no text can move the
    /// cursor, colour the screen, turn the writing direction, or break a row in two.
    package static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            line.append(isControl(scalar) ? replacement(for: scalar) : scalar)
        }
        return String(line)
    }

    /// As `oneLine`, but line ends stay.
    package static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { oneLine(String($0)) }.joined(separator: "\n")
    }

    /// Whether the text is one word that is safe as it is.
    static func isWord(_ text: String) -> Bool {
        !text.isEmpty
            && !text.unicodeScalars.contains { isControl($0) || $0.properties.isWhitespace }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar == "\u{2028}"
            || scalar == "\u{2029}" || scalar.properties.isBidiControl
    }

    private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.properties.isWhitespace ? " " : "\u{fffd}"
    }
}
