import TestSupport
import Testing

@testable import Commands

@Suite struct UnknownCommandTests {
    @Test(
        arguments: [
            ("sorce list", "sorce", "did you mean source? its commands are use, status"),
            ("mirror synch stable dir", "synch", "did you mean sync? its commands are plan"),
            ("frobnicate", "frobnicate", "its commands are use, status"),
            ("source lst", "lst", "did you mean list?"),
            ("help nope", "nope", "its commands are use, status"),
            ("help exit-code", "exit-code", "did you mean exit-codes?"),
            ("help mirror synch", "synch", "did you mean sync?"),
            ("help source list more", "more", "see its help: maas-boot source list --help"),
            ("help filters more", "more", "its commands are use"),
        ])
    func `names the word, and the command that was probably meant`(
        line: String, word: String, hint: String
    ) async {
        let captured = CapturedContext()
        let words = line.split(separator: " ").map(String.init)
        let status = await Program(Root.self, in: captured.context).run(words)
        #expect(status == 64)
        #expect(captured.output.text.isEmpty)
        #expect(captured.error.text.contains("has no command of this name"))
        #expect(captured.error.text.contains("received: \(word)\n"))
        #expect(captured.error.text.contains("hint: \(hint)"))
    }

    @Test(arguments: [
        "source list", "help use", "help mirror sync", "", "--version", "mirror", "source ls --bad",
        "image rm 1",
    ])
    func `finds nothing wrong with what is there`(line: String) {
        let words = line.split(separator: " ").map(String.init)
        #expect(UnknownCommand(words, below: Root.self) == nil)
    }
}
