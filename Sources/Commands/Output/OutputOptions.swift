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
            valueName: "fields"),
        completion: Completions.fields)
    package var json: String?

    @Option(
        name: .customLong("jq"),
        help: ArgumentHelp(
            "Write what this jq expression makes of the JSON.", valueName: "expression"))
    package var jq: String?

    package init() {}

    package func validate() throws {
        if let output, json != nil, !output.isStructured {
            throw ValidationError(
                "--json writes fields; -o \(output.rawValue) has none. Use -o json, jsonl or yaml.")
        }
        if let output, jq != nil, output != .json {
            throw ValidationError("--jq works on JSON. Use -o json, or leave -o out.")
        }
    }

    /// The request these options spell. `--json` and `--jq` mean `-o json` unless `-o` says
    /// otherwise.
    package var request: OutputRequest {
        let isJSON = json != nil || jq != nil
        return OutputRequest(format: output ?? (isJSON ? .json : .table), fields: fields, jq: jq)
    }

    private var fields: OutputRequest.Fields {
        guard let json else { return .all }
        let names = json.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
            .filter { !$0.isEmpty }
        return names.isEmpty ? .listNames : .chosen(names)
    }
}
