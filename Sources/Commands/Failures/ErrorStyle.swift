/// How errors are written on standard error.
package enum ErrorStyle: Sendable, Equatable {
    case text
    case json

    /// JSON where the command line asks for a structured format, which `--json` and `--jq` do, even one
    /// that does not parse.
    package init(arguments: [String]) {
        let options = arguments.prefix { $0 != "--" }
        let following = zip(options, options.dropFirst().map(Optional.some) + [nil])
        let wantsJSON = following.contains { option, next in
            ["--json", "--jq"].contains { option == $0 || option.hasPrefix($0 + "=") }
                || Self.format(option, next)?.isStructured == true
        }
        self = wantsJSON ? .json : .text
    }

    private static func format(_ option: String, _ next: String?) -> OutputFormat? {
        if option == "-o" || option == "--output" {
            return next.flatMap(OutputFormat.init(rawValue:))
        }
        for prefix in ["--output=", "-o=", "-o"] where option.hasPrefix(prefix) {
            return OutputFormat(rawValue: String(option.dropFirst(prefix.count)))
        }
        return nil
    }
}
