import Foundation
import Sandbox
import TestSupport
import Testing

/// The program asks and is not asked: only `mirror serve` has a socket that others can connect to.
@Suite struct ListeningSocketsTests {
    /// How many sockets of a process take connections or, of UDP, packets from anybody.
    private func listening(_ process: pid_t) throws -> Int {
        let descriptors = "/proc/\(process)/fd"
        let own = Set(
            try FileManager.default.contentsOfDirectory(atPath: descriptors).compactMap {
                try? FileManager.default.destinationOfSymbolicLink(atPath: "\(descriptors)/\($0)")
            })
        return try ["tcp", "tcp6", "udp", "udp6"].reduce(0) { count, table in
            let lines = try String(contentsOfFile: "/proc/\(process)/net/\(table)", encoding: .utf8)
                .split(separator: "\n").dropFirst()
            // Fields: slot, own address, other address, state, …, inode as the tenth.
            return count
                + lines.map { $0.split(separator: " ") }.count { fields in
                    let isOpen = table.hasPrefix("tcp") ? fields[3] == "0A" : fields[3] == "07"
                    return isOpen && own.contains("socket:[\(fields[9])]")
                }
        }
    }

    @Test func `a sync in the midst of a transfer listens nowhere`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.slow(bytesPerSecond: 20_000), on: "*/squashfs")
            let program = try BuiltProgram.start(fixture.transferring("sync"))
            while !fixture.server.requests().contains(where: {
                $0.path.hasSuffix("/squashfs") && $0.bytes > 0
            }) {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(try listening(program.process) == 0)
            program.send(SIGINT)
            #expect(await program.end() == 130)
        }
    }

    @Test func `mirror serve listens, once`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let said = fixture.room.path("said")
            let program = try BuiltProgram.start(
                ["mirror", "serve", fixture.directory, "--listen", "127.0.0.1:0"], output: said)
            while try !String(contentsOfFile: said, encoding: .utf8).contains("serving ") {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(try listening(program.process) == 1)
            program.send(SIGTERM)
            #expect(await program.end() == 143)
        }
    }
}
