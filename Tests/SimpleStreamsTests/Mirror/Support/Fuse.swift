import Foundation
import Synchronization

@testable import SimpleStreams

/// Counts operations, and ends everything at one of them: that one and all later ones fail, as if
/// the process had been killed.
final class Fuse: Sendable {
    private let left: Mutex<Int>

    init(operations: Int) {
        left = Mutex(operations)
    }

    /// Whether the fuse has blown.
    var isBlown: Bool { left.withLock { $0 < 0 } }

    /// Counts one operation; false when it must not happen.
    func burn() -> Bool {
        left.withLock { left in
            left -= 1
            return left >= 0
        }
    }
}

/// At which operations runs are killed: at every one on a disk. In a bucket a run takes a second, so
/// there at every n-th from a random one on; MAAS_BOOT_KILL_STRIDE says n.
enum Killing {
    static var stride: Int {
        let said = ProcessInfo.processInfo.environment["MAAS_BOOT_KILL_STRIDE"]
        return MirrorBench.isInBucket ? said.flatMap { Int($0) } ?? 17 : 1
    }
    static var first: Int { Int.random(in: 0..<stride) }
}

/// A store of a process that is killed at some operation.
final class MortalStore: HookedStore, @unchecked Sendable {
    private let fuse: Fuse
    init(_ inner: any Store, _ fuse: Fuse) {
        self.fuse = fuse
        super.init(inner)
    }
    override func before(_ operation: String, bytes: Int) throws(StoreError) {
        guard fuse.burn() else { throw StoreError(.failed, "killed at \(operation)") }
    }
}

/// A source of a process that is killed at some operation.
struct MortalSource: Source {
    let inner: any Source
    let fuse: Fuse

    var name: String { inner.name }

    func document(at path: RelativePath, limit: Int) async throws(SourceError) -> [UInt8] {
        guard fuse.burn() else { throw SourceError(.refused, "killed") }
        return try await inner.document(at: path, limit: limit)
    }

    func fetch(
        _ request: ItemRequest, into receiver: any ItemReceiver
    ) async throws(SourceError) {
        guard fuse.burn() else { throw SourceError(.refused, "killed") }
        try await inner.fetch(request, into: receiver)
    }
}
