@testable import Commands
import FoundationEssentials
import Glibc
import TestSupport
import Testing
import Transport

@Suite struct ProfileStoreTests {
    private func mode(_ path: String) -> UInt32 {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test func `is empty before the first login`() throws {
        let home = try TemporaryDirectory()
        #expect(
            try ProfileStore(directory: home.path("a/b")).load() == StoredProfiles())
        #expect(mode(home.path("a")) == 0)
    }

    @Test func `keeps profiles in a private file of a private directory`() throws {
        let home = try TemporaryDirectory()
        let store = ProfileStore(directory: home.path("config/maas-boot"))
        var east = try Profile.sample("east")
        east.authority = .file(path: "/etc/ca.pem")
        var west = try Profile.sample("west")
        west.authority = .pem("-----BEGIN CERTIFICATE-----\nx\n")
        west.insecure = true
        try store.update { [east, west] profiles in
            profiles.put(west)
            profiles.put(east)
            profiles.current = "west"
        }
        #expect(
            try store.load() == StoredProfiles(current: "west", profiles: [east, west]))
        #expect(mode(store.path) == 0o600)
        #expect(mode(home.path("config/maas-boot")) == 0o700)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: home.path("config/maas-boot"))
        #expect(names.sorted() == ["profiles.json", "profiles.lock"])
    }

    @Test func `forgets which profile is in use when that one goes`() throws {
        var profiles = StoredProfiles(
            current: "west", profiles: [try .sample("east"), try .sample("west")])
        profiles.put(try .sample("west", host: "other"))
        #expect(profiles.current == "west")
        let removed = [profiles.remove("west"), profiles.remove("west")]
        #expect(removed == [true, false])
        #expect(profiles.current == nil)
        #expect(profiles.profiles.map(\.name) == ["east"])
    }

    @Test func `loses no change when many are made at once`() async throws {
        let home = try TemporaryDirectory()
        let store = ProfileStore(directory: home.path)
        try await withThrowingTaskGroup { group in
            for number in 10..<30 {
                group.addTask {
                    try store.update { $0.put(try .sample("p\(number)")) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.load().profiles.map(\.name) == (10..<30).map { "p\($0)" })
    }

    @Test func `changes nothing when the change fails`() throws {
        let home = try TemporaryDirectory()
        let store = ProfileStore(directory: home.path)
        try store.update { $0.put(try .sample("east")) }
        #expect(throws: CancellationError.self) {
            try store.update { profiles in
                profiles.remove("east")
                throw CancellationError()
            }
        }
        #expect(try store.load().profiles.map(\.name) == ["east"])
    }

    @Test(arguments: [0o640, 0o604, 0o622, 0o644])
    func `refuses a file that others can open, with the line that mends it`(mode: Int) throws {
        let home = try TemporaryDirectory()
        let path = try home.write("{}", to: "it's/profiles.json", mode: mode)
        let failure = try #require(throws: Failure.self) {
            try ProfileStore(directory: home.path("it's")).load()
        }
        #expect(failure.hint == "chmod 600 '\(home.path)/it'\\''s/profiles.json'")
        #expect(failure.message.contains(path))
    }

    @Test(arguments: [
        "", "{", "[]", #"{"version":1}"#, #"{"version":2,"profiles":[]}"#,
        #"{"version":1,"profiles":[{"name":"x","url":"nowhere","api_key":"a:b:hush"}]}"#,
        #"{"version":1,"profiles":[{"name":"x","url":"http://h","api_key":"hush"}]}"#,
    ])
    func `names a damaged file and quotes no key of it`(text: String) throws {
        let home = try TemporaryDirectory()
        let path = try home.write(text, to: "profiles.json")
        let failure = try #require(throws: Failure.self) {
            try ProfileStore(directory: home.path).load()
        }
        #expect(failure.message.hasPrefix("\(path) cannot be used: "))
        #expect(!"\(failure)".contains("hush"))
    }

    @Test func `writes this file`() throws {
        let stored = StoredProfiles(current: "east", profiles: [try .sample("east")])
        #expect(
            stored.json == """
                {
                  "version": 1,
                  "current": "east",
                  "profiles": [
                    {
                      "name": "east",
                      "url": "http://h:5240/MAAS",
                      "api_key": "c:t:secret-of-east"
                    }
                  ]
                }

                """)
    }

    @Test func `leaves the old file when the new one cannot be written`() throws {
        let home = try TemporaryDirectory()
        let failure = #expect(throws: Failure.self) {
            try PrivateFile.write("x", to: home.path("missing/profiles.json"))
        }
        #expect(failure?.received == "No such file or directory")
    }
}
