import Commands
import Sandbox
import TestSupport
import Testing

/// Every command that talks to regions does so with many as with one: a result each, and one
/// region's failure named without hiding the others.
@Suite struct RegionFleetTests {
    private static let none = ["MAAS_URL": "", "MAAS_API_KEY": ""]

    static let reads = [
        "status", "doctor", "source list", "source show 1", "selection list",
        "import status", "import wait --progress none", "image list",
        "image show noble",
    ]

    static let changes = [
        "source add http://mirror.example.com/maas --keyring server:/k.gpg --preflight off",
        "source update 1 --to candidate --preflight off", "use candidate --preflight off",
        "selection ensure jammy", "selection remove jammy", "import start", "import stop",
        "image remove noble",
    ]

    /// Three regions as profiles of the first one's home.
    private func withThree(
        _ work: (_ first: CommandFixture, _ last: CommandFixture) async throws -> Void
    ) async throws {
        try await CommandFixture.with { first in
            try await CommandFixture.with { second in
                try await CommandFixture.with { third in
                    try first.keepProfile("one")
                    try first.keepProfile("two", of: second)
                    try first.keepProfile("three", of: third)
                    try await work(first, third)
                }
            }
        }
    }

    private func profiles(_ run: CommandRun) -> Set<String> {
        Set(run.json.elements.compactMap { $0["profile"]?.text })
    }

    @Test(arguments: reads + changes)
    func `gives a result for each region, and names the one that fails`(
        line: String
    ) async throws {
        try await withThree { first, last in
            await last.sandbox.inject(.wrongKey)
            let broken = await first.run("\(line) --all-profiles -o json", adding: Self.none)
            let error = broken.errorJSON
            #expect(broken.status == 9, "\(broken.error)")
            #expect(error["message"]?.text?.hasPrefix("1 of 3 regions failed: three: ") == true)
            #expect(error["details"]?["failed"]?[0]?["code"] == "not_authenticated")
            #expect(profiles(broken) == ["one", "two"])
            await last.sandbox.clearFaults()
            let whole = await first.run("\(line) --all-profiles -o json", adding: Self.none)
            #expect(profiles(whole).contains("three"), "\(whole.error)")
        }
    }

    @Test(arguments: changes.filter { !$0.hasPrefix("import") })
    func `a dry run over several regions changes none`(line: String) async throws {
        try await withThree { first, last in
            let run = await first.run(
                "\(line) -p one -p two -p three --dry-run -o json", adding: Self.none)
            #expect(run.status == 0, "\(run.error)")
            #expect(profiles(run) == ["one", "two", "three"])
            #expect(await first.writes().isEmpty)
            #expect(await last.writes().isEmpty)
        }
    }

    @Test func `a warning names the region that it is about`() async throws {
        try await withThree { first, _ in
            let line =
                "use http://127.0.0.1:1/none --keyring server:/k.gpg --preflight warn --dry-run"
            let run = await first.run("\(line) -p one -p two", adding: Self.none)
            #expect(run.error.contains("warning: one: "))
            #expect(run.error.contains("warning: two: "))
            let json = await first.run("\(line) -p one -p two -o json", adding: Self.none)
            #expect(json.error.contains(#""profile":"one""#))
            let alone = await first.run("\(line) -p one", adding: Self.none)
            #expect(alone.error.contains("warning: "))
            #expect(!alone.error.contains("one: "))
        }
    }
}
