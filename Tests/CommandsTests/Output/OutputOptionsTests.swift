import ArgumentParser
import Commands
import Testing

@Suite struct OutputOptionsTests {
    @Test(arguments: [
        ([], OutputRequest()), (["-o", "yaml"], OutputRequest(format: .yaml)),
        (["-ojson"], OutputRequest(format: .json)),
        (["--output", "tsv"], OutputRequest(format: .tsv)),
        (["--json"], OutputRequest(format: .json, fields: .listNames)),
        (["--json", ""], OutputRequest(format: .json, fields: .listNames)),
        (["--json", "id, name"], OutputRequest(format: .json, fields: .chosen(["id", "name"]))),
        (["--json=id"], OutputRequest(format: .json, fields: .chosen(["id"]))),
        (["--json", "id", "-o", "jsonl"], OutputRequest(format: .jsonl, fields: .chosen(["id"]))),
        (["--json", "-o", "yaml"], OutputRequest(format: .yaml, fields: .listNames)),
    ])
    func `reads what was asked for`(arguments: [String], request: OutputRequest) throws {
        #expect(try OutputOptions.parse(arguments).request == request)
    }

    @Test(arguments: [["-o", "xml"], ["-o", "table", "--json", "id"], ["-o", "tsv", "--json"]])
    func `refuses what makes no sense`(arguments: [String]) {
        #expect(throws: (any Error).self) { try OutputOptions.parse(arguments) }
    }
}
