import Foundation
import Glibc
import Sandbox
import TestSupport
import Testing

/// What the built program writes can be read and written by whom it should, whatever the umask is.
@Suite struct FileModesTests {
    private static let umasks = ["000", "027", "077"]

    /// The modes of a path and of all below it, by path.
    private func modes(_ path: String) throws -> [String: mode_t] {
        let below = try FileManager.default.subpathsOfDirectory(atPath: path)
        let all = [path] + below.map { "\(path)/\($0)" }
        return Dictionary(
            uniqueKeysWithValues: all.map { path in
                var status = stat()
                lstat(path, &status)
                return (path, status.st_mode)
            })
    }

    /// Those whose mode is neither of the two: mode and path.
    private func others(_ path: String, file: mode_t, directory: mode_t) throws -> [String] {
        try modes(path).filter { _, mode in
            mode & 0o7777 != (mode & S_IFMT == S_IFDIR ? directory : file)
        }.map { "\(String($1 & 0o7777, radix: 8)) \($0)" }
    }

    /// Those of a mirror that not all can read; there should be the lock, and nothing else, for who
    /// can open that can hold it.
    private func unreadable(_ path: String) throws -> [String] {
        try others(path, file: 0o644, directory: 0o755)
    }

    /// Runs a line of a shell under a umask; `$maas_boot` is the program.
    private func shell(
        _ umask: String, _ line: String, _ variables: [String: String]
    ) async throws -> CommandRun {
        try await Programs.shell("umask \(umask); \(line)", variables)
    }

    @Test(arguments: umasks) func `secrets are their owner's alone`(umask: String) async throws {
        try await LiveSandbox.with { region in
            let line = """
                "$maas_boot" login lab \(region.url) <<< \(region.key) && "$maas_boot" source list
                """
            let run = try await shell(umask, line, ["HOME": region.home.path])
            #expect(run.status == 0, "\(run.error)")
            let found = try modes(region.home.path)
            #expect(found.keys.contains { $0.hasSuffix("/profiles.json") })
            #expect(found.keys.contains { $0.contains("/.cache/") })
            #expect(try others(region.home.path, file: 0o600, directory: 0o700) == [])
        }
    }

    @Test(arguments: umasks)
    func `a mirror is readable by all, on the way to it too`(umask: String) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let line = """
                "$maas_boot" mirror sync --keyring \(fixture.server.keyringPath) \
                --metrics-file \(fixture.room.path)/figures.prom \
                \(fixture.upstream) \(fixture.room.path)/new/deep/mirror
                """
            let run = try await shell(umask, line, ["HOME": fixture.room.path("home")])
            #expect(run.status == 0, "\(run.error)")
            let top = fixture.room.path("new")
            #expect(try modes(top).count > 20)
            #expect(try unreadable(top) == ["600 \(top)/deep/mirror/.maas-boot/lock"])
            // Another user's program collects them.
            #expect(try modes(fixture.room.path)["\(fixture.room.path)/figures.prom"] == 0o100644)
        }
    }

    @Test(arguments: umasks) func `a key that is made is its owner's alone`(
        umask: String
    ) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let line = """
                "$maas_boot" mirror sync --keyring \(fixture.server.keyringPath) --sign auto \
                \(fixture.upstream) \(fixture.directory)
                """
            let home = fixture.room.path("home")
            let run = try await shell(umask, line, ["HOME": home, "TMPDIR": fixture.room.path])
            #expect(run.status == 0, "\(run.error)")
            let keys = "\(home)/.config/maas-boot"
            #expect(try modes(keys).keys.contains { $0.contains("/private-keys-v1.d/") })
            #expect(try others(keys, file: 0o600, directory: 0o700) == [])
            #expect(
                try unreadable(fixture.directory) == ["600 \(fixture.directory)/.maas-boot/lock"])
        }
    }

    @Test(arguments: umasks)
    func `nobody else can write to what is written where one says`(umask: String) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let line = """
                cd \(fixture.room.path) && mkdir -m 755 out && "$maas_boot" mirror pack mirror \
                out/archive --keyring \(fixture.server.keyringPath) --state-file out/state && \
                "$maas_boot" mirror schedule \(fixture.directory) --install --root $PWD/units
                """
            let run = try await shell(umask, line, ["HOME": fixture.room.path("home")])
            #expect(run.status == 0, "\(run.error)")
            let asUmaskSays = try #require(mode_t(umask, radix: 8))
            let file = 0o644 & ~asUmaskSays
            #expect(try others(fixture.room.path("out"), file: file, directory: 0o755) == [])
            let units = try modes(fixture.room.path("units"))
            #expect(units.values.contains { $0 == 0o100644 })
            let writable = units.filter { $1 & S_IFMT != S_IFLNK && $1 & 0o022 != 0 }
            #expect(writable.isEmpty, "\(writable)")
        }
    }
}
