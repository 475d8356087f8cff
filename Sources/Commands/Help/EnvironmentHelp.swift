/// The text of `help environment`, made from the table that the program itself goes by.
package enum EnvironmentHelp {
    /// A line for each variable; ends with a newline.
    package static func text() -> String {
        "Environment variables (an empty one counts as not set):\n\n"
            + HelpTable.text(EnvironmentVariable.allCases.map { ($0.rawValue, $0.meaning) })
                + """

                The region is chosen in this order: --url or --profile, MAAS_URL with MAAS_API_KEY or
                MAAS_API_KEY_FILE, MAAS_PROFILE, the profile in use, the only profile there is.

                """
    }
}
