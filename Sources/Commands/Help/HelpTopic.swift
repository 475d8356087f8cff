/// The topics of `maas-boot help TOPIC` that are not commands. Each is a manual page of section 7 too.
package enum HelpTopic: String, CaseIterable, Sendable {
    case filters
    case documents
    case environment
    case exitCodes = "exit-codes"

    /// The topic that these arguments ask for.
    init?(arguments: [String]) {
        guard arguments.count == 2, arguments[0] == "help",
            let topic = HelpTopic(rawValue: arguments[1])
        else { return nil }
        self = topic
    }

    /// What the topic is about, in a line.
    package var summary: String {
        switch self {
        case .filters: "Which images a mirror takes, and how filters say it."
        case .documents: "The YAML file of plan, apply and export."
        case .environment: "The environment variables that are read."
        case .exitCodes: "The exit statuses and error codes."
        }
    }

    /// The topic's page.
    package var text: String {
        switch self {
        case .filters: FilterHelp.text()
        case .documents: DocumentHelp.text()
        case .environment: EnvironmentHelp.text()
        case .exitCodes: ExitCodesHelp.text()
        }
    }

    /// All topics, for the program's own help.
    static var list: String {
        "Topics, each read with maas-boot help TOPIC:\n\n"
            + HelpTable.text(allCases.map { ($0.rawValue, $0.summary) }).dropLast()
    }
}
