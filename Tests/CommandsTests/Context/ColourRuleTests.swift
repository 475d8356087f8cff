import Commands
import Testing

@Suite struct ColourRuleTests {
    @Test(arguments: [
        ([:], true, true), ([:], false, false), (["NO_COLOR": "1"], true, false),
        (["NO_COLOR": ""], true, true), (["CLICOLOR": "0"], true, false),
        (["CLICOLOR": "1"], true, true), (["CLICOLOR": "1"], false, false),
        (["CLICOLOR_FORCE": "1"], false, true), (["CLICOLOR_FORCE": "0"], false, false),
        (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false, true),
        (["TERM": "dumb"], true, false), (["TERM": "dumb", "CLICOLOR_FORCE": "1"], true, true),
        (["TERM": "xterm-256color"], true, true),
    ])
    func `follows the variables`(environment: [String: String], isTerminal: Bool, colour: Bool) {
        #expect(
            ColourRule.hasColour(environment: environment, isTerminal: isTerminal) == colour)
    }
}
