import Foundation
import Sandbox
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// The program asks and is not asked: only `mirror serve` has a socket that others can connect to.
@Suite struct ListeningSocketsTests {
    /// How many sockets of a process take connections or, of UDP, packets from anybody.
    ///
    /// The kernel hands the tables out in pieces, between which lines move when other sockets come and
    /// go: so they are read several times, and again until there are as many as should be.
    private func listening(_ process: pid_t, expecting expected: Int) async throws -> Int {
        var found: Set<String> = []
        for round in 1...500 {
            found.formUnion(try ownSockets(process).intersection(try openSockets(process)))
            if round >= 10, found.count >= expected { break }
            if round > 10 { try await Task.sleep(for: .milliseconds(20)) }
        }
        return found.count
    }

    private func ownSockets(_ process: pid_t) throws -> Set<String> {
        let descriptors = "/proc/\(process)/fd"
        return Set(
            try FileManager.default.contentsOfDirectory(atPath: descriptors).compactMap {
                try? FileManager.default.destinationOfSymbolicLink(atPath: "\(descriptors)/\($0)")
            })
    }

    /// The open sockets of the machine, as links to them read.
    private func openSockets(_ process: pid_t) throws -> [String] {
        try ["tcp", "tcp6", "udp", "udp6"].flatMap { table in
            let state = table.hasPrefix("tcp") ? "0A" : "07"
            // Fields: slot, own address, other address, state, …, inode as the tenth.
            return try String(contentsOfFile: "/proc/\(process)/net/\(table)", encoding: .utf8)
                .split(separator: "\n").dropFirst().map { $0.split(separator: " ") }
                .filter { $0[3] == state }.map { "socket:[\($0[9])]" }
        }
    }

    /// How many the program has once it is at work; it is ended then.
    ///
    /// Subprocess hands it none of this process's descriptors, among which other tests' servers are.
    private func listening(
        _ arguments: [String], expecting expected: Int,
        once isAtWork: @Sendable @escaping (_ firstLine: String) -> Bool
    ) async throws -> Int {
        try await Subprocess.run(
            .path(FilePath(Programs.maasBoot)), arguments: Arguments(arguments),
            environment: Programs.environment([:]), input: .none, output: .sequence,
            error: .discarded
        ) { process in
            var first = ""
            if arguments.contains("serve") {
                var lines = process.standardOutput.strings().makeAsyncIterator()
                first = try await lines.next() ?? ""
                // All it writes, for its end would be that nobody reads it.
                _ = try await lines.next()
            }
            while !isAtWork(first) { try await Task.sleep(for: .milliseconds(20)) }
            let count = try await listening(
                process.processIdentifier.value, expecting: expected)
            try process.send(signal: .terminate)
            return count
        }.closureResult
    }

    @Test func `a sync in the midst of a transfer listens nowhere`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.slow(bytesPerSecond: 20_000), on: "*/squashfs")
            let count = try await listening(fixture.transferring("sync"), expecting: 0) { _ in
                fixture.server.requests().contains {
                    $0.path.hasSuffix("/squashfs") && $0.bytes > 0
                }
            }
            #expect(count == 0)
        }
    }

    @Test func `mirror serve listens, once`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let count = try await listening(
                ["mirror", "serve", fixture.directory, "--listen", "127.0.0.1:0"], expecting: 1
            ) { $0.hasPrefix("serving ") }
            #expect(count == 1)
        }
    }
}
