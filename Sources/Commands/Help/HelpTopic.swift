/// The topics of `maas-boot help TOPIC` that are not commands.
package enum HelpTopic: String, CaseIterable, Sendable {
    case exitCodes = "exit-codes"
    case environment

    /// The topic that these arguments ask for.
    init?(arguments: [String]) {
        guard arguments.count == 2, arguments[0] == "help",
            let topic = HelpTopic(rawValue: arguments[1])
        else { return nil }
        self = topic
    }

    /// The topic's page.
    package var text: String {
        switch self {
        case .exitCodes: ExitCodesHelp.text()
        case .environment: EnvironmentHelp.text()
        }
    }
}
