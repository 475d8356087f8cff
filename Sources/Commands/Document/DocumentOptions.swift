package import ArgumentParser
internal import Workflows

/// The options that say which document is meant, and how.
package struct DocumentOptions: ParsableArguments {
    @Option(
        name: [.customShort("f"), .customLong("file")],
        help: ArgumentHelp("The document; - reads standard input.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    package var file: String

    @Flag(
        help: "Remove what the document does not name: sources, selections, architectures.")
    package var prune = false

    @Option(
        help: ArgumentHelp("Leave the rest aside: regions or mirrors.", valueName: "part"))
    package var only: DocumentScope?

    package init() {}

    /// Whether the document's part about regions counts.
    var includesRegions: Bool { only != .mirrors }
    var includesMirrors: Bool { only != .regions }
}

/// The values of `--only`.
package enum DocumentScope: String, Sendable, CaseIterable, ExpressibleByArgument {
    case regions
    case mirrors
}
