import Subprocess
import SystemPackage
import TestSupport
import Testing

/// From the first login to the last logout, with the programs as they are shipped.
@Suite struct LoginJourneyTests {
    private static let none = ["MAAS_URL": "", "MAAS_API_KEY": ""]

    @Test func `logs in, works, and logs out`() async throws {
        try await LiveSandbox.with("--import-seconds", "0.2") { region in
            let login = try await region.run(
                "login lab \(region.url)", adding: Self.none, input: region.key + "\n")
            #expect(login.status == 0)
            let list = try await region.run("source list --json id", adding: Self.none)
            #expect(list.json == [["id": 1]])
            let use = try await region.run("use candidate --wait", adding: Self.none)
            #expect(use.status == 0)
            #expect(use.output.contains("images ready after"))
            let out = try await region.run("logout lab", adding: Self.none)
            #expect(out.status == 0)
            let after = try await region.run("source list", adding: Self.none)
            #expect(after.status != 0)
            #expect(after.error.contains("maas-boot login"))
        }
    }

    @Test func `asks for the key without showing it`() async throws {
        try await LiveSandbox.with { region in
            let screen = try Screen()
            let terminal = FileDescriptor(rawValue: screen.slave)
            let result = try await Subprocess.run(
                .name("setsid"),
                arguments: ["-c", "-w", Programs.maasBoot, "login", "lab", region.url],
                environment: Programs.environment(["HOME": region.home.path, "TERM": "xterm"]),
                input: .fileDescriptor(terminal, closeAfterSpawningProcess: false),
                output: .fileDescriptor(terminal, closeAfterSpawningProcess: false),
                error: .fileDescriptor(terminal, closeAfterSpawningProcess: true)
            ) { _ in
                #expect(await screen.wait { $0.contains("API key: ") })
                #expect(!screen.echoes)
                screen.type(region.key + "\n")
                #expect(await screen.wait { $0.contains("profile lab saved") })
            }
            #expect(result.terminationStatus == .exited(0))
            #expect(SecretHunt(keys: [region.key]).traces(in: screen.text).isEmpty)
        }
    }

    @Test func `keeps the key from every other process's eyes`() async throws {
        try await LiveSandbox.with { region in
            let help = try await region.run("login --help")
            #expect(!help.output.contains("--api-key "))
            let wrong = try await region.run("login lab \(region.url) --api-key \(region.key)")
            #expect(wrong.status == 64)
        }
    }
}
