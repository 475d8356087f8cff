package import ArgumentParser

/// The option that chooses how progress is shown.
package struct ProgressOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How to show progress: auto, bar, plain, json or none.", valueName: "mode"))
    package var progress: ProgressMode = .auto

    package init() {}
}
