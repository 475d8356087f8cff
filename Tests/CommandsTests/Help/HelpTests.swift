import Commands
import Testing

@Suite struct HelpTests {
    @Test func `names every exit status and code`() {
        let text = ExitCodesHelp.text()
        for status in RunStatus.numbered {
            #expect(text.contains("\(status.number) ") && text.contains(status.meaning))
        }
        for kind in FailureKind.allCases { #expect(text.contains(kind.code)) }
        #expect(text.contains("\n  128+n  ended by signal"))
        #expect(text.hasSuffix("\n"))
    }

    @Test func `names every environment variable`() {
        let text = EnvironmentHelp.text()
        for variable in EnvironmentVariable.allCases {
            #expect(text.contains("  \(variable.rawValue)"))
            #expect(text.contains(variable.meaning))
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
}
