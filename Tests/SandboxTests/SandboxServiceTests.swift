import Foundation
import Testing

@testable import Sandbox

struct SandboxServiceTests {
    @Test func `announces one region in two lines, more in one each`() async throws {
        let one = try await RunningSandbox.start()
        let two = try await RunningSandbox.start()
        #expect(
            SandboxService.announcement([one])
                == "MAAS_URL=\(one.url)\nMAAS_API_KEY=\(one.adminAPIKey)")
        let lines = SandboxService.announcement([one, two]).split(separator: "\n")
        #expect(
            lines == [
                "region-1 \(one.url) \(one.adminAPIKey)", "region-2 \(two.url) \(two.adminAPIKey)",
            ])
        await one.stop()
        await two.stop()
    }
}
