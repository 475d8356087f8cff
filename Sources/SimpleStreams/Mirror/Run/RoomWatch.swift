internal import Synchronization

/// Whether the store has room, as far as the transfers found out.
final class RoomWatch: Sendable {
    private let isFull = Atomic(false)

    /// Whether no transfer ran into the end of it yet.
    var isLeft: Bool { !isFull.load(ordering: .relaxed) }

    /// There is none left.
    func end() {
        isFull.store(true, ordering: .relaxed)
    }
}
