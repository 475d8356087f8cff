@testable import Commands
import FoundationEssentials
import TestSupport
import Testing
import Transport

@Suite struct OfficialProfilesTests {
    private func home(
        _ store: String = "3.7.3.maascli.db", in directory: String = "", mode: Int = 0o600
    ) throws -> TemporaryDirectory {
        let home = try TemporaryDirectory()
        try home.copy(
            MaasCLIFixture.path(store), to: "\(directory).maascli.db", mode: mode)
        return home
    }

    @Test func `reads what MAAS 3.7's CLI wrote`() throws {
        let home = try home()
        let official = OfficialProfiles(home: home.path)
        #expect(official.warnings.isEmpty)
        #expect(official.profiles.map(\.name) == ["anon", "other", "plain", "tls"])
        #expect(
            official.profiles.map(\.address.base) == [
                "http://127.0.0.1:5240/MAAS", "http://127.0.0.1:5235/MAAS",
                "http://127.0.0.1:5240/MAAS", "https://127.0.0.1:5243/MAAS",
            ])
        #expect(
            official.profiles[2].apiKey
                == APIKey(
                    consumerKey: "ConsumerKey0000001", tokenKey: "TokenKey0000000001",
                    tokenSecret: "TokenSecret000000000000000000001"))
        #expect(
            official.profiles.allSatisfy {
                $0.origin == .officialCLI(path: home.path(".maascli.db"))
            })
    }

    @Test func `lists an anonymous login and says why it is of no use`() throws {
        let home = try home()
        let anonymous = try #require(OfficialProfiles(home: home.path).profiles.first)
        #expect(anonymous.apiKey == nil)
        #expect(anonymous.problem?.contains("no API key") == true)
    }

    @Test func `takes the authority from the row, or from the file beside it, which wins`() throws {
        let home = try home()
        guard case .pem(let text) = OfficialProfiles(home: home.path).profiles[3].authority else {
            Issue.record("no certificate in the row")
            return
        }
        #expect(text.hasPrefix("-----BEGIN CERTIFICATE-----\n"))
        let path = try home.copy(
            MaasCLIFixture.path("tls.pem"), to: ".maascli.certs/tls.pem", mode: 0o644)
        let profiles = OfficialProfiles(home: home.path).profiles
        #expect(profiles[3].authority == .file(path: path))
        #expect(profiles[2].authority == nil)
    }

    @Test func `reads a store of MAAS 3.3, and the snap's`() throws {
        let home = try home("3.3.9.maascli.db", in: "snap/maas/current/")
        #expect(OfficialProfiles(home: home.path).profiles.map(\.name) == ["old"])
        try home.copy(MaasCLIFixture.path("3.7.3.maascli.db"), to: ".maascli.db")
        #expect(
            OfficialProfiles(home: home.path).profiles.map(\.name)
                == ["anon", "other", "plain", "tls", "old"])
    }

    @Test func `never writes to the store`() throws {
        let home = try home()
        let before = try Data(contentsOf: URL(filePath: home.path(".maascli.db")))
        _ = OfficialProfiles(home: home.path)
        #expect(try Data(contentsOf: URL(filePath: home.path(".maascli.db"))) == before)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: home.path) == [".maascli.db"])
    }

    @Test func `is empty without a store`() throws {
        #expect(try OfficialProfiles(home: TemporaryDirectory().path) == OfficialProfiles())
    }

    @Test(arguments: [
        "", "not a database, but longer than a hundred bytes \(String(repeating: "x", count: 200))",
    ])
    func `warns of a store it cannot read`(text: String) throws {
        let home = try TemporaryDirectory()
        let path = try home.write(text, to: ".maascli.db")
        let official = OfficialProfiles(home: home.path)
        #expect(official.profiles.isEmpty)
        #expect(official.warnings.count == 1)
        #expect(official.warnings.first?.contains(path) == true)
    }

    @Test func `warns of a store that others can read, with the line that mends it`() throws {
        let home = try home(mode: 0o644)
        let official = OfficialProfiles(home: home.path)
        #expect(official.profiles.isEmpty)
        #expect(official.warnings.first?.contains("chmod 600 ") == true)
    }

    @Test func `passes over a damaged row and keeps the others`() throws {
        let home = try home()
        try SQLiteWriting.run(
            """
            UPDATE profiles SET data = '{"url' WHERE name = 'plain';
            UPDATE profiles SET data = NULL WHERE name = 'tls';
            UPDATE profiles SET data = CAST(data AS BLOB) WHERE name = 'other';
            """, on: home.path(".maascli.db"))
        let official = OfficialProfiles(home: home.path)
        #expect(official.profiles.map(\.name) == ["anon", "other"])
        #expect(official.profiles.last?.apiKey != nil)
        #expect(official.warnings.count == 2)
    }

    @Test func `warns of a store that another process is writing to`() throws {
        let home = try home()
        let official = try SQLiteWriting.locking(home.path(".maascli.db")) {
            OfficialProfiles(home: home.path)
        }
        #expect(official.profiles.isEmpty)
        #expect(official.warnings.first?.contains("locked") == true)
    }
}
