package import ArgumentParser

/// The options that choose how a result is written. Every command that prints a result has them.
package struct OutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o", allowingJoined: true), .customLong("output")],
        help: ArgumentHelp(
            "How to write the result: table, json, jsonl, yaml or tsv.", valueName: "format"))
    package var output: OutputFormat?

    @Option(
        name: .customLong("json"), defaultAsFlag: "",
        help: ArgumentHelp(
            "Write these fields as JSON (comma list); without a value, list the fields.",
            valueName: "fields"))
    package var json: String?

    package init() {}

    package func validate() throws {
        if let output, json != nil, !output.isStructured {
            throw ValidationError(
                "--json writes fields; -o \(output.rawValue) has none. Use -o json, jsonl or yaml.")
        }
    }

    /// The request these options spell. `--json` means `-o json` unless `-o` says otherwise.
    package var request: OutputRequest {
        guard let json else { return OutputRequest(format: output ?? .table) }
        let names = json.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
            .filter { !$0.isEmpty }
        return OutputRequest(
            format: output ?? .json, fields: names.isEmpty ? .listNames : .chosen(names))
    }
}
