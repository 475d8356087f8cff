import Foundation
import Testing

@testable import Sandbox

struct SavedStateTests {
    @Test func `keeps a region between runs`() async throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "sandbox-\(UUID().uuidString).json").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try SavedState.read(path) == nil)
        let scene = Scene(.v3_8)
        scene.switchToCandidate()
        scene.clock.advance(by: .seconds(11))
        try SavedState.write(scene.region.access { $0 }, to: path)
        var configuration = SandboxConfiguration()
        configuration.savedState = try SavedState.read(path)
        let sandbox = try await RunningSandbox.start(configuration)
        await sandbox.region { state in
            #expect(state.flavour == .v3_8)
            #expect(state.sources[0].url == "http://images.maas.io/ephemeral-v3/candidate")
            #expect(state.sources[0].name == "MAAS Stable")
            #expect(state.nextID("source") == 2)
        }
        await sandbox.stop()
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func `says which file it cannot read`() throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "sandbox-\(UUID().uuidString).json").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("{".utf8).write(to: URL(filePath: path))
        let error = #expect(throws: SavedState.Unreadable.self) { try SavedState.read(path) }
        #expect(error?.description.contains(path) == true)
    }

    @Test func `says beforehand where it cannot be kept`() throws {
        let room = FileManager.default.temporaryDirectory
            .appending(path: "sandbox-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(
            atPath: room, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: room) }
        try SavedState.check(room + "/state.json")
        #expect(try FileManager.default.contentsOfDirectory(atPath: room) == [])
        for (path, reason) in [
            (room, "that is a directory"), (room + "/none/state.json", "directory is not there"),
        ] {
            let error = #expect(throws: SavedState.Unwritable.self) { try SavedState.check(path) }
            #expect(error?.description.contains("\(path): ") == true)
            #expect(error?.reason.contains(reason) == true)
        }
    }
}
