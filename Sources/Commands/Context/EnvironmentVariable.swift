/// The environment variables that the program reads: the one table of them.
package enum EnvironmentVariable: String, Sendable, CaseIterable {
    case maasURL = "MAAS_URL"
    case maasAPIURL = "MAAS_API_URL"
    case maasAPIKey = "MAAS_API_KEY"
    case maasAPIKeyFile = "MAAS_API_KEY_FILE"
    case maasProfile = "MAAS_PROFILE"
    case home = "HOME"
    case configurationHome = "XDG_CONFIG_HOME"
    case cacheHome = "XDG_CACHE_HOME"
    case stateHome = "XDG_STATE_HOME"
    case gnuPGHome = "GNUPGHOME"
    case noColor = "NO_COLOR"
    case clicolor = "CLICOLOR"
    case clicolorForce = "CLICOLOR_FORCE"
    case term = "TERM"
    case columns = "COLUMNS"
    case httpProxy = "http_proxy"
    case httpsProxy = "https_proxy"
    case noProxy = "no_proxy"

    /// What the variable does, in a sentence.
    package var meaning: String {
        switch self {
        case .maasURL: "The region to talk to; needs an API key beside it."
        case .maasAPIURL: "The same as MAAS_URL, as other MAAS tools name it."
        case .maasAPIKey: "The API key for that region."
        case .maasAPIKeyFile: "A file that holds the API key and that only you can read."
        case .maasProfile: "The profile to use when no option names one."
        case .home: "Where the official CLI's profiles are looked for."
        case .configurationHome: "Where profiles are kept, in maas-boot/; else ~/.config."
        case .cacheHome: "Where fetched catalogues are kept, in maas-boot/; else ~/.cache."
        case .stateHome: "Where records of runs are kept, in maas-boot/; else ~/.local/state."
        case .gnuPGHome: "Where gpg keeps the keys that `mirror sync --sign KEY` names."
        case .noColor: "Set to anything, turns colour off."
        case .clicolor: "Set to 0, turns colour off."
        case .clicolorForce: "Set to anything but 0, turns colour on even where no terminal is."
        case .term: "Set to dumb, turns colour and progress bars off."
        case .columns: "The width to assume instead of the terminal's own."
        case .httpProxy: "The proxy for http URLs."
        case .httpsProxy: "The proxy for https URLs."
        case .noProxy: "Hosts that are reached without a proxy (comma list)."
        }
    }
}

extension [String: String] {
    /// The variable's value; nil where it is not set or empty, which count as the same.
    package subscript(variable: EnvironmentVariable) -> String? {
        self[variable.rawValue].flatMap { $0.isEmpty ? nil : $0 }
    }
}
