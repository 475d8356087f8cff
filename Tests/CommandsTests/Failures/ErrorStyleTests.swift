import Commands
import Testing

@Suite struct ErrorStyleTests {
    @Test(arguments: [
        (["-o", "json"], ErrorStyle.json), (["-ojson"], .json), (["-o=yaml"], .json),
        (["--output=jsonl"], .json), (["--output", "yaml", "x"], .json), (["--json"], .json),
        (["--json=id"], .json), (["--jq", "."], .json), (["--jq=.["], .json),
        (["status", "-o", "table"], .text), (["-o"], .text),
        (["-o", "tsv"], .text), (["--", "-o", "json"], .text), ([], .text), (["-o", "xml"], .text),
    ])
    func `follows the command line`(arguments: [String], style: ErrorStyle) {
        #expect(ErrorStyle(arguments: arguments) == style)
    }
}
