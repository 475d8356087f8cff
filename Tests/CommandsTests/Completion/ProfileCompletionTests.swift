import TestSupport
import Testing

@testable import Commands

@Suite struct ProfileCompletionTests {
    @Test func `offers own and official profiles with their regions`() throws {
        let home = try TemporaryDirectory()
        try home.copy(MaasCLIFixture.path("3.7.3.maascli.db"), to: ".maascli.db")
        let captured = CapturedContext(home: home.path)
        try ProfileStore(directory: captured.context.directories.configuration).update {
            $0.put(try .sample("own", host: "own"))
        }
        let completion = ProfileCompletion(captured.context)
        #expect(completion.own() == [Candidate("own", "http://own:5240/MAAS")])
        let official = OfficialProfiles(home: home.path).profiles.filter { $0.problem == nil }
        try #require(!official.isEmpty)
        #expect(Set(completion.all().map(\.word)) == Set(official.map(\.name) + ["own"]))
    }

    @Test func `says nothing about stores it cannot read`() throws {
        let home = try TemporaryDirectory()
        try home.write("{", to: ".config/maas-boot/profiles.json")
        try home.write("no database", to: ".maascli.db")
        let captured = CapturedContext(home: home.path)
        #expect(ProfileCompletion(captured.context).all() == [])
        #expect(captured.error.text.isEmpty)
    }
}
