import Commands
import TestSupport
import Testing

@Suite struct PrinterTests {
    private func printed(
        _ fruits: [Fruit], _ request: OutputRequest, terminal: FixedTerminal = FixedTerminal(),
        environment: [String: String] = ["NO_COLOR": "1"]
    ) throws -> (output: String, error: String) {
        let captured = CapturedContext(
            environment: environment, terminal: terminal, clock: ManualClock())
        try Printer(Fruit.listing, request, in: captured.context).print(fruits)
        return (captured.output.text, captured.error.text)
    }

    @Test func `writes a whole table with RFC 3339 times off a terminal`() throws {
        #expect(
            try printed(Fruit.basket, OutputRequest()).output == """
                ID  NAME   ORIGIN                           PICKED
                 7  apple  an orchard by the old mill road  2026-01-31T11:57:00Z
                12  蜜柑   愛媛

                """)
    }

    @Test func `writes relative times on a terminal`() throws {
        let output = try printed(
            Fruit.basket, OutputRequest(), terminal: FixedTerminal([.output], width: 80)
        ).output
        #expect(output.contains("an orchard by the old mill road  3 minutes ago\n"))
    }

    @Test func `cuts prose and drops the wide column on a narrow terminal, but no name`() throws {
        let output = try printed(
            Fruit.basket, OutputRequest(), terminal: FixedTerminal([.output], width: 24)
        ).output
        #expect(
            output == """
                ID  NAME   ORIGIN
                 7  apple  an orchard b…
                12  蜜柑   愛媛

                """)
    }

    @Test func `colours on a terminal only`() throws {
        let terminal = FixedTerminal([.output])
        #expect(
            try printed(Fruit.basket, OutputRequest(), terminal: terminal, environment: [:])
                .output.contains("\u{1b}[32mapple\u{1b}[0m"))
        #expect(
            try !printed(Fruit.basket, OutputRequest(), environment: [:]).output.contains("\u{1b}"))
    }

    @Test func `lets no control character of a value through to a table or TSV`() throws {
        let fruits = [Fruit(id: 1, name: "a\u{1b}[31m\tb", origin: "x\r\ny\u{9b}", picked: nil)]
        for format in [OutputFormat.table, .tsv] {
            let output = try printed(fruits, OutputRequest(format: format)).output
            #expect(output.contains("a\u{fffd}[31m b"))
            #expect(!output.unicodeScalars.contains("\r") && !output.contains("\u{9b}"))
        }
        #expect(
            try printed(fruits, OutputRequest(format: .tsv)).output
                == "1\ta\u{fffd}[31m b\tx  y\u{fffd}\t\n")
    }

    @Test func `writes TSV without headings`() throws {
        #expect(
            try printed(Fruit.basket, OutputRequest(format: .tsv)).output
                == "7\tapple\tan orchard by the old mill road\t2026-01-31T11:57:00Z\n"
                + "12\t蜜柑\t愛媛\t\n")
    }

    @Test func `writes the fields as JSON, JSON lines and YAML`() throws {
        let one = [Fruit(id: 7, name: "apple", origin: "here", picked: nil)]
        #expect(
            try printed(one, OutputRequest(format: .json)).output == """
                [
                  {
                    "id": 7,
                    "name": "apple",
                    "origin": "here",
                    "picked": null
                  }
                ]

                """)
        #expect(
            try printed(one + one, OutputRequest(format: .jsonl, fields: .chosen(["name", "id"])))
                .output == String(repeating: "{\"name\":\"apple\",\"id\":7}\n", count: 2))
        #expect(
            try printed(one, OutputRequest(format: .yaml)).output
                == "- id: 7\n  name: apple\n  origin: here\n  picked: null\n")
    }

    @Test(arguments: [
        (OutputFormat.table, ""), (.tsv, ""), (.jsonl, ""), (.json, "[]\n"), (.yaml, "[]\n"),
    ])
    func `writes an empty list`(format: OutputFormat, text: String) throws {
        let (output, error) = try printed([], OutputRequest(format: format))
        #expect(output == text)
        #expect(error.isEmpty)
        let person = try printed(
            [], OutputRequest(format: format), terminal: FixedTerminal([.output]))
        #expect(person.output == text)
        #expect(person.error == (text.isEmpty && format != .jsonl ? "no fruits\n" : ""))
    }

    @Test(arguments: [
        (OutputFormat.table, "ID      7\nNAME    apple\nORIGIN  here\nPICKED\n"),
        (.tsv, "7\tapple\there\t\n"),
        (.jsonl, #"{"id":7,"name":"apple","origin":"here","picked":null}"# + "\n"),
        (
            .json,
            "{\n  \"id\": 7,\n  \"name\": \"apple\",\n  \"origin\": \"here\",\n  \"picked\": null\n}\n"
        ),
        (.yaml, "id: 7\nname: apple\norigin: here\npicked: null\n"),
    ])
    func `writes one thing`(format: OutputFormat, text: String) throws {
        let captured = CapturedContext()
        try Printer(Fruit.listing, OutputRequest(format: format), in: captured.context)
            .print(one: Fruit(id: 7, name: "apple", origin: "here", picked: nil))
        #expect(captured.output.text == text)
    }

    @Test func `lists the names of the fields and ends`() {
        let captured = CapturedContext()
        #expect(throws: QuietEnd(.done)) {
            try Printer(
                Fruit.listing, OutputRequest(format: .json, fields: .listNames),
                in: captured.context)
        }
        #expect(captured.output.text == "id\nname\norigin\npicked\n")
    }

    @Test func `names the nearest field and all of them when one is unknown`() throws {
        let failure = try #require(throws: Failure.self) {
            try Printer(
                Fruit.listing, OutputRequest(format: .json, fields: .chosen(["nmae"])),
                in: CapturedContext().context)
        }
        #expect(failure.kind == .usage)
        #expect(failure.received == "nmae")
        #expect(
            failure.hint == "did you mean `name`? the fields are id, name, origin, picked")
    }

    @Test func `puts the profile first for several regions`() throws {
        let captured = CapturedContext()
        let values = [
            PerProfile(profile: "east", value: Fruit.basket[1]),
            PerProfile(profile: "west", value: Fruit.basket[1]),
        ]
        let listing = Fruit.listing.perProfile()
        try Printer(listing, OutputRequest(format: .tsv), in: captured.context).print(values)
        #expect(captured.output.text == "east\t12\t蜜柑\t愛媛\t\nwest\t12\t蜜柑\t愛媛\t\n")
        #expect(listing.fieldNames == ["profile", "id", "name", "origin", "picked"])
    }

    @Test func `reports a change as a sentence or as a record`() throws {
        let change = Change(changed: false, message: "nothing to do", value: Fruit.basket[1])
        let listing = Fruit.listing.asChange()
        let people = CapturedContext()
        try Printer(listing, OutputRequest(), in: people.context).print(one: change)
        #expect(people.output.text == "nothing to do\n")
        let script = CapturedContext()
        try Printer(
            listing,
            OutputRequest(
                format: .jsonl, fields: .chosen(["changed", "dry_run", "message", "id"])),
            in: script.context
        ).print(one: change)
        #expect(
            script.output.text
                == #"{"changed":false,"dry_run":false,"message":"nothing to do","id":12}"# + "\n")
        let several = CapturedContext()
        try Printer(listing.perProfile(), OutputRequest(), in: several.context)
            .print([PerProfile(profile: "east", value: change)])
        #expect(several.output.text == "east: nothing to do\n")
    }
}
