import Foundation
import Synchronization
import TestSupport

@testable import MirrorServer

/// A directory that is served on loopback.
final class ServedRoom: Sendable {
    let room: TemporaryDirectory
    let server: MirrorServer
    private let list: RequestList

    private init(_ base: String, _ limits: ServerLimits) throws {
        let requests = RequestList()
        room = try TemporaryDirectory()
        try room.write("secret", to: "secret")
        try room.write("{}", to: "mirror/streams/v1/index.json")
        try room.write("0123456789", to: "mirror/noble/20240821/squashfs")
        try room.write("state", to: "mirror/.maas-boot/state.json")
        server = try MirrorServer(
            directory: room.path("mirror"), at: ListenAddress(host: "127.0.0.1", port: 0),
            base: base, limits: limits
        ) { requests.add($0) }
        list = requests
    }

    var port: UInt16 { server.address.port }

    /// The requests that were answered.
    var answered: [ServedRequest] { list.all }

    func path(_ name: String) -> String { room.path("mirror/\(name)") }

    /// Serves, does the work, and waits for the server's end however the work ends.
    static func with(
        base: String = "", _ change: (inout ServerLimits) -> Void = { _ in },
        _ work: (ServedRoom) async throws -> Void
    ) async throws {
        var limits = ServerLimits()
        limits.grace = 50
        change(&limits)
        let room = try ServedRoom(base, limits)
        do {
            try await work(room)
        } catch {
            room.server.stop()
            await room.server.run()
            throw error
        }
        room.server.stop()
        await room.server.run()
    }
}

private final class RequestList: Sendable {
    private let kept = Mutex<[ServedRequest]>([])
    func add(_ request: ServedRequest) { kept.withLock { $0.append(request) } }
    var all: [ServedRequest] { kept.withLock { $0 } }
}
