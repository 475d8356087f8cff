import Foundation
import Testing

@testable import SimpleStreams

@Suite struct SigningPlaceTests {
    @Test func `copies files and directories for their owner, and no sockets`() throws {
        let room = try SigningPlace.makeTemporary(in: URL(filePath: "/tmp"))
        defer { SigningPlace.remove(room) }
        let files = FileManager.default
        try files.createDirectory(
            atPath: "\(room)/home/private-keys-v1.d", withIntermediateDirectories: true)
        try Data("key".utf8).write(to: URL(filePath: "\(room)/home/private-keys-v1.d/1.key"))
        try Data("box".utf8).write(to: URL(filePath: "\(room)/home/pubring.kbx"))
        let socket = try bound(to: "\(room)/home/S.gpg-agent.extra")
        defer { close(socket) }

        try SigningPlace.copy("\(room)/home", to: "\(room)/copy")

        let names = try files.subpathsOfDirectory(atPath: "\(room)/copy").sorted()
        #expect(names == ["private-keys-v1.d", "private-keys-v1.d/1.key", "pubring.kbx"])
        #expect(files.contents(atPath: "\(room)/copy/private-keys-v1.d/1.key") == Data("key".utf8))
        for name in [""] + names {
            let mode = try files.attributesOfItem(atPath: "\(room)/copy/\(name)")[.posixPermissions]
            #expect((mode as? Int).map { $0 & 0o077 } == 0, "\(name)")
        }
    }

    /// A thread plays the agent that ends: it takes files away while they are removed.
    @Test func `removes what somebody else is taking away at the same time`() async throws {
        for _ in 1...10 {
            let room = try SigningPlace.makeTemporary(in: URL(filePath: "/tmp"))
            let names = (1...500).map { "\(room)/S.gpg-agent.\($0)" } + ["\(room)/secret.key"]
            for name in names { try Data().write(to: URL(filePath: name)) }
            let agent = Task.detached { for name in names.dropLast().reversed() { unlink(name) } }
            SigningPlace.remove(room)
            await agent.value
            #expect(!FileManager.default.fileExists(atPath: room))
        }
    }

    @Test func `says when there is nothing to copy`() {
        #expect(throws: SigningError.self) {
            try SigningPlace.copy("/tmp/\(UUID().uuidString)", to: "/tmp/\(UUID().uuidString)")
        }
    }

    private func bound(to path: String) throws -> Int32 {
        let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) }
        }
        try #require(status == 0)
        return socket
    }
}
