import ArgumentParser
import Testing

@testable import Commands

@Suite struct TypedLineTests {
    static let commands: [(String, String)] = [
        ("maas-boot use candidate", "use"), ("maas-boot source", "list"),
        ("maas-boot source ls -o", "list"), ("maas-boot source rm", "remove"),
        ("maas-boot status -p source", "status"), ("maas-boot", "maas-boot"),
        ("maas-boot nothing", "maas-boot"),
    ]

    @Test(arguments: commands)
    func `names the command`(line: String, name: String) {
        #expect(typed(line).command.configuration.commandName == name)
    }

    static let regions: [(String, ProfileChoice.Flags)] = [
        ("m use -p a --profile b ", .init(profiles: ["a", "b"])),
        ("m use --profile=a --source ", .init(profiles: ["a"])),
        ("m use --profile = a --source ", .init(profiles: ["a"])),
        ("m use --url=http://h --source ", .init(url: "http://h")),
        ("m use --all-profiles ", .init(all: true)), ("m use --wait ", .init()),
        ("m use -p ", .init()),
    ]

    @Test(arguments: regions)
    func `names the regions, the word under the cursor left out`(
        line: String, flags: ProfileChoice.Flags
    ) {
        #expect(typed(line).regions == flags)
    }

    private func typed(_ line: String) -> TypedLine {
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        return TypedLine(words: words, prefix: words.last ?? "", shell: nil)
    }
}
