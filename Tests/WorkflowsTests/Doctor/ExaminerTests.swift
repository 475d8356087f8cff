import FoundationEssentials
import MAAS
import Sandbox
import Testing
import Workflows

@Suite struct ExaminerTests {
    private func examine(_ session: RegionSession) async throws -> Examination {
        try await Examiner(session: session, signature: "HMAC-SHA1").examine(
            now: Date(timeIntervalSince1970: 1_000_000_000))
    }

    @Test(arguments: MAASFlavour.allCases)
    func `a fresh region has nothing wrong`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            let findings = Diagnosis.of(try await examine(lab.session))
            #expect(findings.filter { $0.level != .ok }.map(\.message) == [])
            #expect(findings.contains { $0.check == "clock" })
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `asks for each thing once`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            let requests = try await lab.requests { _ = try await examine(lab.session) }
            #expect(Set(requests).count == requests.count)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `without permission the rest is still examined`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            let session = try await Lab.session(
                lab.sandbox, key: lab.sandbox.userAPIKey, lab.clock)
            let examination = try await examine(session)
            #expect((examination.sources == nil) == (flavour < .v3_8))
            #expect(!examination.images.isEmpty)
            #expect(examination.user?.username == "bob")
            #expect(!examination.settings.isEmpty)
            let finding = Diagnosis.of(examination).first { $0.check == "permission" }
            #expect(finding?.level == (flavour < .v3_8 ? .problem : .ok))
        }
    }

    @Test func `a clock that runs behind is found`() async throws {
        try await Lab.run(.v3_7, faults: [.clockSkew(seconds: 280)]) { lab in
            let clock = Diagnosis.of(try await examine(lab.session)).first { $0.check == "clock" }
            #expect(clock?.level == .problem)
        }
    }
}
