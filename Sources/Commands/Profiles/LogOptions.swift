package import ArgumentParser
package import Logging

/// The options that choose what is logged on standard error.
package struct LogOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say what is done; -vv says every request.")
    package var verbose: Int

    @Option(
        name: .customLong("log-format"),
        help: ArgumentHelp("How to write log lines: text or json.", valueName: "format"))
    package var format: LogFormat = .text

    package init() {}

    /// The logger for this run.
    package func logger(_ label: String = "maas-boot", in context: Context) -> Logger {
        Logger(label: label, verbosity: verbose, format: format, context: context)
    }
}
