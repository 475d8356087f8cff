import TestSupport
import Testing

@testable import Commands

/// The calls that a shell's script makes, from words to lines.
@Suite struct CompletionsTests {
    @Test func `answers from what commands saw`() async throws {
        try await CommandFixture.with { fixture in
            let call = "---completion source show -- positional@0 3 0 maas-boot source show"
            #expect(await fixture.run("\(call)").output == "")
            _ = await fixture.run("source list")
            let words = call.split(separator: " ").map(String.init) + [""]
            let run = await fixture.run(words: words)
            #expect(run.lines == ["1", "http://images.maas.io/ephemeral-v3/stable/"])
            #expect(run.status == 0 && run.error.isEmpty)
        }
    }

    @Test func `follows changes of sources`() async throws {
        try await CommandFixture.with { fixture in
            let call =
                "---completion use -- --source 3 0 maas-boot use --source".split(separator: " ")
                .map(String.init) + [""]
            _ = await fixture.run("use candidate --no-import --preflight off")
            #expect(
                await fixture.run(words: call).lines
                    == ["1", "http://images.maas.io/ephemeral-v3/candidate/"])
            _ = await fixture.run("source remove 1 --force")
            #expect(await fixture.run(words: call).output.filter { !$0.isNewline } == "")
        }
    }

    @Test func `offers streams, profiles and fields`() async throws {
        try await CommandFixture.with { fixture in
            try fixture.keepProfile("lab")
            for (call, lines) in [
                ("use -- positional@0 2 0 maas-boot use", ["stable", "candidate"]),
                ("status -- -p 3 0 maas-boot status -p", ["lab"]),
                ("logout -- positional@0 2 0 maas-boot logout", ["lab"]),
                (
                    "profile use -- --json 4 3 maas-boot profile use --json cha",
                    ProfileUse.fieldNames
                ),
            ] {
                let words = ("---completion " + call).split(separator: " ").map(String.init)
                let typed = call.hasSuffix("cha") ? words : words + [""]
                #expect(await fixture.run(words: typed).lines == lines, "\(call)")
            }
        }
    }

    @Test func `offers nothing outside of a run`() {
        #expect(Completions.context == nil)
    }
}
