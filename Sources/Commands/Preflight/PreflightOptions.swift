package import ArgumentParser
internal import Workflows

/// The options that say how much a look at the stream counts.
package struct PreflightOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Look at the stream first: require (refuse when something needed is missing), warn, "
                + "or off.", valueName: "mode"))
    package var preflight: PreflightChoice = .require

    @Flag(help: "Make the change although the stream lacks something needed.")
    package var force = false

    package init() {}

    /// The mode these options spell.
    var mode: PreflightMode {
        switch preflight {
        case .off: .off
        case .warn: .warn
        case .require: force ? .warn : .require
        }
    }
}

/// The values of `--preflight`.
package enum PreflightChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
    case require
    case warn
    case off
}
