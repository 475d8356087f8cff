import TestSupport
import Testing

/// The built program where streams, home or locale are not as usual.
@Suite struct SurroundingsTests {
    @Test func `ends with 141 when nobody reads its output`() async throws {
        try await LiveSandbox.with { region in
            for command in ["source list", "image list -o json", "help exit-codes", "use --help"] {
                let run = try await Programs.shell(
                    "{ \"$maas_boot\" \(command); echo \"status $?\" >&2; } | head -0",
                    region.variables)
                #expect(run.error.contains("status 141") || run.error.contains("status 0"))
                #expect(!run.error.contains("error"), "\(command): \(run.error)")
            }
        }
    }

    @Test func `needs no standard input and no standard error`() async throws {
        try await LiveSandbox.with { region in
            let noInput = try await Programs.shell(
                "\"$maas_boot\" source list --json id <&-", region.variables)
            #expect(noInput.status == 0)
            #expect(noInput.json == [["id": 1]])
            let noError = try await Programs.shell(
                "\"$maas_boot\" image show 4711 2>&-", region.variables)
            #expect(noError.status == 7)
            #expect(noError.output.isEmpty)
            let noKey = try await Programs.shell(
                "\"$maas_boot\" login lab \(region.url) <&-", region.variables)
            #expect(noKey.status != 0 && noKey.status < 128)
            let full = try await Programs.shell(
                "\"$maas_boot\" source list > /dev/full", region.variables)
            #expect(full.status == 1)
            #expect(full.error.contains("No space left on device"))
        }
    }

    @Test func `a jq expression without end can be interrupted`() async throws {
        let home = try TemporaryDirectory()
        let run = try await Programs.shell(
            #"""
            set -m
            "$maas_boot" profile list --jq 'def f: f; f' & program=$!
            until [ "$(cut -d' ' -f14 /proc/$program/stat)" -gt 10 ]; do sleep 0.05; done
            kill -INT $program; wait $program
            """#, ["HOME": home.path])
        #expect(run.status == 130)
        #expect(run.error.contains("interrupt"), "\(run.error)")
    }

    @Test func `needs no home for a region in the environment`() async throws {
        try await LiveSandbox.with { region in
            let run = try await region.run("source list --json id", adding: ["HOME": ""])
            #expect(run.status == 0)
            let login = try await region.run(
                "login lab \(region.url)", adding: ["HOME": "/dev/null"], input: region.key)
            #expect(login.status != 0 && login.status < 128)
            #expect(login.error.contains("error: "))
        }
    }

    @Test func `writes UTF-8 in the C locale`() async throws {
        try await LiveSandbox.with { region in
            for locale in ["C", "POSIX", "xx_XX.nonsense"] {
                let run = try await region.run(
                    "source list", adding: ["LC_ALL": locale, "COLUMNS": "60"])
                #expect(run.status == 0)
                #expect(run.output.contains("http://images.maas.io/ephemeral-v3/stable/"))
            }
        }
    }

    @Test func `switches all regions at once, and changes nothing twice`() async throws {
        try await LiveSandbox.with("--maas-version", "3.8") { new in
            try await LiveSandbox.with("--maas-version", "3.3") { old in
                let none = ["MAAS_URL": "", "MAAS_API_KEY": ""]
                for (name, region) in [("new", new), ("old", old)] {
                    _ = try await new.run(
                        "login \(name) \(region.url)", adding: none, input: region.key)
                }
                let run = try await new.run(
                    "use candidate --all-profiles --json profile,changed", adding: none)
                #expect(run.status == 0)
                #expect(
                    run.json
                        == [
                            ["profile": "new", "changed": true],
                            ["profile": "old", "changed": true],
                        ])
                let again = try await new.run(
                    "use candidate --all-profiles --json profile,changed", adding: none)
                #expect(again.json.elements.allSatisfy { $0["changed"] == false })
            }
        }
    }
}
