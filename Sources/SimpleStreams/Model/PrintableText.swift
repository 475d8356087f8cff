/// Text from outside made fit for a message: in quotes, on one line, without control characters,
/// and not endless.
package enum PrintableText {
    /// Characters shown of a longer text.
    package static let limit = 160

    /// The text in double quotes; control characters, quotes and what steers a terminal are
    /// written as `\u{…}`, and what is beyond the limit as `…`.
    package static func quote(_ text: String) -> String {
        var shown = "\""
        for (count, scalar) in text.unicodeScalars.enumerated() {
            if count == limit {
                shown += "…"
                break
            }
            if scalar == "\"" || scalar == "\\" || isUnprintable(scalar) {
                shown += scalar.escaped(asASCII: true)
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown + "\""
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
        default: false
        }
    }
}
