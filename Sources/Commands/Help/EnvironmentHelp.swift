/// The text of `help environment`, made from the table that the program itself goes by.
package enum EnvironmentHelp {
    /// A line for each variable; ends with a newline.
    package static func text() -> String {
        "Environment variables (an empty one counts as not set):\n\n"
            + table { !$0.isOfStore }
                + """

                The region is chosen in this order: --url or --profile, MAAS_URL with MAAS_API_KEY or
                MAAS_API_KEY_FILE, MAAS_PROFILE, the profile in use, the only profile there is.

                For mirrors in object storage (s3://…), as AWS's own tools name them:


                """ + table { $0.isOfStore }
    }

    private static func table(_ isMeant: (EnvironmentVariable) -> Bool) -> String {
        HelpTable.text(
            EnvironmentVariable.allCases.filter(isMeant).map { ($0.rawValue, $0.meaning) })
    }
}

extension EnvironmentVariable {
    /// Whether it says how an object store is reached.
    fileprivate var isOfStore: Bool { rawValue.hasPrefix("AWS_") }
}
