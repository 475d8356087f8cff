import Foundation
import Testing

@testable import Sandbox

struct ListeningTests {
    @Test(.timeLimit(.minutes(1))) func `a port that is in use is told at once`() async throws {
        let first = try await RunningSandbox.start()
        let port = try #require(UInt16(first.url.split(separator: ":")[2].prefix { $0 != "/" }))
        var configuration = SandboxConfiguration()
        configuration.port = port
        let wanted = configuration
        let clock = ContinuousClock()
        let start = clock.now
        let error = await #expect(throws: ListenFailure.self) {
            _ = try await RunningSandbox.start(wanted)
        }
        #expect(clock.now - start < .seconds(30))
        #expect(error?.port == port)
        #expect(error?.description.hasPrefix("port \(port) is in use") == true)
        await first.stop()
    }
}
