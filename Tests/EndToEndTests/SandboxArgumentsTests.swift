import Foundation
import TestSupport
import Testing

/// What `maas-sandbox` refuses before anything listens.
@Suite(.timeLimit(.minutes(1))) struct SandboxArgumentsTests {
    @Test(arguments: [
        ("--api-key bad", "CONSUMER:TOKEN:SECRET"), ("--api-key a::c", "CONSUMER:TOKEN:SECRET"),
        ("--regions 0", "--regions is 1 or more"), ("--regions=-1", "--regions is 1 or more"),
        ("--port 65535 --regions 2", "no ports for 2 regions"),
        ("--import-seconds=-5", "--import-seconds is from 0"),
        ("--import-seconds=nan", "--import-seconds is from 0"),
        ("--catalogue-delay=-1", "--catalogue-delay is from 0"),
        ("--catalogue-delay=1e300", "--catalogue-delay is from 0"),
    ])
    func `a value that makes no sense has status 64`(options: String, text: String) async throws {
        let run = try await Programs.shell("'\(Programs.sandbox)' \(options)", [:])
        #expect(run.status == 64)
        #expect(run.error.contains(text), "\(run.error)")
        #expect(run.output.isEmpty)
    }

    @Test(arguments: [("", "that is a directory"), ("/none/state", "its directory is not there")])
    func `a state that cannot be kept is told at the start`(tail: String, text: String) async throws
    {
        let room = try TemporaryDirectory()
        let path = room.path + tail
        let run = try await Programs.shell("'\(Programs.sandbox)' --state '\(path)'", [:])
        #expect(run.status == 1)
        #expect(run.error.contains("cannot be kept in \(path): \(text)"), "\(run.error)")
        #expect(run.output.isEmpty)
    }

    @Test func `a port that is in use ends the program`() async throws {
        try await LiveSandbox.with { sandbox in
            let port = sandbox.url.split(separator: ":")[2].prefix { $0 != "/" }
            let run = try await Programs.shell("'\(Programs.sandbox)' --port \(port)", [:])
            #expect(run.status == 1)
            #expect(run.error == "Error: port \(port) is in use; give another, or 0 for any\n")
        }
    }
}
