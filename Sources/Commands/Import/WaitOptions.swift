package import ArgumentParser

/// The options of commands that can wait for images.
package struct WaitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Stop waiting after this time and exit 8.", valueName: "time"))
    package var timeout = TypedDuration(.seconds(7200))

    @Option(
        help: ArgumentHelp(
            "Stop waiting when nothing moved for this time and exit 5.", valueName: "time"))
    package var stallTimeout = TypedDuration(.seconds(600))

    @OptionGroup package var progress: ProgressOptions

    package init() {}
}
