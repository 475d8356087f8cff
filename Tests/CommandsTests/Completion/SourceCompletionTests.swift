import ArgumentParser
import TestSupport
import Testing

@testable import Commands

@Suite struct SourceCompletionTests {
    private let home: TemporaryDirectory

    init() throws {
        home = try TemporaryDirectory()
        let directories = Directories(home: home.path, environment: [:])
        try ProfileStore(directory: directories.configuration).update { profiles in
            profiles.put(try .sample("north", host: "north"))
            profiles.put(try .sample("south", host: "south"))
            profiles.current = "north"
        }
        let memory = SourceMemory(directories)
        memory.remember(
            [RememberedSource(id: 1, url: "http://images.maas.io/stable/")],
            of: "http://north:5240/MAAS")
        memory.remember(
            [
                RememberedSource(id: 1, url: "http://images.maas.io/stable/"),
                RememberedSource(id: 7, url: "http://mirror:80/x/", name: "Mirror"),
                RememberedSource(id: 8, url: "http://two words/\u{1b}", name: "two words"),
            ], of: "http://south:5240/MAAS")
    }

    @Test func `offers ids and URLs of the profile in use`() {
        #expect(words("") == ["1", "http://images.maas.io/stable/"])
    }

    @Test func `offers names, and the sources of every region the line names, once`() {
        let both = [
            "1", "7", "8", "Mirror", "http://images.maas.io/stable/", "http://mirror:80/x/",
        ]
        #expect(words("-p south") == both)
        #expect(words("--all-profiles") == both)
    }

    @Test func `follows the environment and a URL`() {
        let environment = ["MAAS_URL": "http://north:5240", "MAAS_API_KEY_FILE": "/never/read"]
        #expect(words("", environment).count == 2)
        #expect(words("--url http://south:5240/MAAS/").count == 6)
        #expect(words("--url nonsense") == [])
    }

    @Test func `offers nothing where no region is meant`() {
        #expect(words("-p nobody") == [])
        #expect(words("-p north --all-profiles") == [])
    }

    @Test func `describes ids by their URLs`() {
        let candidates = completion().candidates(line("", .fish))
        #expect(candidates.first == Candidate("1", "http://images.maas.io/stable/"))
    }

    @Test func `goes round bash's colons`() {
        #expect(SourceCompletion.word(for: "http://h/x/", .bash) == "h/x/")
        #expect(SourceCompletion.word(for: "http://h:80/x/", .bash) == nil)
        #expect(SourceCompletion.word(for: "http://h:80/x/", .zsh) == "http://h:80/x/")
        #expect(completion().urls(line("", .bash)) == [])
        #expect(completion().urls(line("", .zsh)).count == 1)
    }

    private func words(_ options: String, _ environment: [String: String] = [:]) -> [String] {
        completion(environment).candidates(line(options, nil)).map(\.word)
    }

    private func completion(_ environment: [String: String] = [:]) -> SourceCompletion {
        SourceCompletion(CapturedContext(environment: environment, home: home.path).context)
    }

    private func line(_ options: String, _ shell: CompletionShell?) -> TypedLine {
        let words =
            ["maas-boot", "source", "show"] + options.split(separator: " ").map(String.init)
        return TypedLine(words: words + [""], prefix: "", shell: shell)
    }
}
