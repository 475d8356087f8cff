/// The text of `help exit-codes`, made from the table that the program itself goes by.
package enum ExitCodesHelp {
    /// A line for each status; ends with a newline.
    package static func text() -> String {
        let rows =
            RunStatus.numbered.map { (String($0.number), $0.meaning) }
            + [("128+n", RunStatus.signal(0).meaning)]
        return "Exit statuses:\n\n" + HelpTable.text(rows)
            + """

            Where fields are asked for (-o json, jsonl or yaml, --json, --jq), an error is a line of
            JSON on standard error, with one of these codes:


            """
            + HelpTable.text(
                FailureKind.allCases.sorted { $0.exitStatus.number < $1.exitStatus.number }
                    .map { (String($0.exitStatus.number), $0.code) })
    }
}
