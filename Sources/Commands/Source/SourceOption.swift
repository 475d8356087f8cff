package import ArgumentParser
internal import MAAS
internal import Workflows

/// The option that says which source is meant, when a region has several.
package struct SourceOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Which source, when there are several: its id, URL or name.", valueName: "source"),
        completion: Completions.sources)
    package var source: String?

    package init() {}

    /// The source meant; the only one there is when none is named.
    func resolve(in sources: [BootSource]) throws -> BootSource {
        guard let source else { return try SourceReference.only(of: sources) }
        return try SourceReference(source).resolve(in: sources)
    }

    /// The sources meant: the named one, or all.
    func all(in sources: [BootSource]) throws -> [BootSource] {
        guard let source else { return sources }
        return [try SourceReference(source).resolve(in: sources)]
    }
}
