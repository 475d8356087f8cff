/// The rule for the names of profiles.
package enum ProfileName {
    /// Checks a name for a new profile: letters, digits, `.`, `_` and `-`, not first a dash.
    ///
    /// Names end up in commands, file names and lines of text, so nothing else is let in.
    package static func check(_ name: String) throws(Failure) {
        let isPlain = name.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "._-".unicodeScalars.contains(scalar))
        }
        guard isPlain, !name.isEmpty, !name.hasPrefix("-"), name.count <= 64 else {
            throw Failure(
                .usage, "this cannot be the name of a profile", received: name,
                hint: "use up to 64 letters, digits, dots, underscores and dashes")
        }
    }
}
