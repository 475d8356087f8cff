/// Decides whether text is coloured.
package enum ColourRule {
    /// CLICOLOR_FORCE (but `0`) turns colour on anywhere; NO_COLOR, CLICOLOR=0 and TERM=dumb turn
    /// it off; otherwise terminals have it. See no-color.org and bixense.com/clicolors.
    package static func hasColour(
        environment: [String: String], isTerminal: Bool
    ) -> Bool {
        if let forced = environment[.clicolorForce], forced != "0" { return true }
        if environment[.noColor] != nil || environment[.clicolor] == "0" { return false }
        return isTerminal && environment[.term] != "dumb"
    }
}
