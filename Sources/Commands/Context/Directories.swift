/// Where the program keeps its files (XDG Base Directory Specification).
package struct Directories: Sendable, Equatable {
    /// The user's home.
    package let home: String
    /// Profiles and keys.
    package let configuration: String
    /// What can be fetched again.
    package let cache: String
    /// Records of runs.
    package let state: String

    package init(home: String, configuration: String, cache: String, state: String) {
        self.home = home
        self.configuration = configuration
        self.cache = cache
        self.state = state
    }

    /// The directories that the environment names. As the specification demands, a relative path
    /// there counts as none.
    package init(home: String, environment: [String: String]) {
        func directory(_ variable: EnvironmentVariable, _ fallback: String) -> String {
            let base = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
            return "\(base ?? "\(home)/\(fallback)")/maas-boot"
        }
        self.init(
            home: home, configuration: directory(.configurationHome, ".config"),
            cache: directory(.cacheHome, ".cache"),
            state: directory(.stateHome, ".local/state"))
    }
}
