/// Which transfers run and which wait, so that no origin gets more at a time than it should.
///
/// libcurl could hold transfers back itself, but it counts the wait against their connection
/// timeout.
package struct TransferQueue: Sendable {
    /// Transfers at a time over an origin's shared connection, below what servers commonly allow
    /// (100 and more; RFC 9113 §6.5.2).
    package static let multiplexed = 64

    private let perOrigin: Int
    private var waiting: [String: [UInt64]] = [:]
    private var running: [String: Set<UInt64>] = [:]
    private var multiplexing: Set<String> = []

    /// - Parameter perOrigin: transfers at a time while an origin is not known to multiplex.
    package init(perOrigin: Int) {
        self.perOrigin = max(1, perOrigin)
    }

    package mutating func add(_ id: UInt64, to origin: String) {
        waiting[origin, default: []].append(id)
    }

    /// Frees the place of a transfer, wherever it stood.
    package mutating func remove(_ id: UInt64, from origin: String) {
        if running[origin]?.remove(id) == nil {
            waiting[origin]?.removeAll { $0 == id }
        }
        if running[origin]?.isEmpty == true { running[origin] = nil }
        if waiting[origin]?.isEmpty == true { waiting[origin] = nil }
    }

    /// Notes that the origin carries many transfers over one connection.
    package mutating func noteMultiplexing(_ origin: String) {
        multiplexing.insert(origin)
    }

    /// Moves as many waiting transfers of the origin as may run now, oldest first.
    package mutating func next(of origin: String) -> [UInt64] {
        let limit = multiplexing.contains(origin) ? max(perOrigin, Self.multiplexed) : perOrigin
        let free = limit - (running[origin]?.count ?? 0)
        guard free > 0, let line = waiting[origin] else { return [] }
        let started = Array(line.prefix(free))
        waiting[origin] = line.count > free ? Array(line.dropFirst(free)) : nil
        running[origin, default: []].formUnion(started)
        return started
    }
}
