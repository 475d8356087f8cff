import ArgumentParser
@testable import Commands
import TestSupport
import Testing

@Suite struct JQFilterTests {
    private let value: JSONValue = [["id": 7, "name": "蜜柑\n"], ["id": 12, "name": nil]]

    @Test(arguments: [
        (".[].id", "7\n12\n"), (".[0].name", "蜜柑\n\n"), (".[1]", #"{"id":12,"name":null}"# + "\n"),
        ("map(.id) | add", "19\n"), ("empty", ""), (".[] | select(.id > 10) | .name", "null\n"),
        (".[0].name | @json", #""蜜柑\n""# + "\n"),
    ])
    func `writes what the expression makes`(expression: String, text: String) throws {
        #expect(try JQFilter(expression).text(value) == text)
    }

    @Test(arguments: [".[", "nothing", ".a b c"])
    func `refuses a mistake, in jq's words`(expression: String) throws {
        let failure = try #require(throws: Failure.self) { try JQFilter(expression) }
        #expect(failure.kind == .usage)
        #expect(failure.received == expression)
        #expect(failure.hint?.contains("error") == true)
    }

    @Test func `says what the expression failed on`() throws {
        let failure = try #require(throws: Failure.self) { try JQFilter(".[0] + 1").text(value) }
        #expect(failure.received?.contains("cannot be added") == true)
    }

    @Test func `works on the fields that were chosen`() throws {
        let captured = CapturedContext()
        let options = try OutputOptions.parse([
            "--json", "name,id", "--jq", ".[] | keys_unsorted | @csv",
        ])
        try Printer(Fruit.listing, options.request, in: captured.context).print(Fruit.basket)
        #expect(captured.output.text == "\"name\",\"id\"\n\"name\",\"id\"\n")
    }

    @Test func `works on one thing, without --json`() throws {
        let captured = CapturedContext()
        try Printer(
            Fruit.listing, OutputOptions.parse(["--jq", ".name"]).request, in: captured.context
        )
        .print(one: Fruit.basket[0])
        #expect(captured.output.text == "apple\n")
        #expect(throws: (any Error).self) { try OutputOptions.parse(["--jq", ".", "-o", "yaml"]) }
    }
}
