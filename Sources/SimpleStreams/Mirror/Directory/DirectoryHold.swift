internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// The lock of a mirror's directory. The kernel drops it when the process ends, however it ends.
final class DirectoryHold: StoreHold {
    /// Who holds a mirror.
    struct Holder: Codable {
        let pid: Int32
        let host: String
        let since: Date

        /// This process, now.
        static var current: Holder {
            Holder(pid: getpid(), host: ProcessInfo.processInfo.hostName, since: Date())
        }
    }

    private let lock: Mutex<Int32?>

    /// Takes over the open lock file.
    private init(_ number: Int32) {
        lock = Mutex(number)
    }

    deinit {
        release()
    }

    func release() {
        let number = lock.withLock { number in
            defer { number = nil }
            return number
        }
        if let number { close(number) }
    }

    /// Takes the lock; nil when another has it.
    static func take(in tree: DirectoryTree) throws(StoreError) -> DirectoryHold? {
        let place = tree.place("\(MirrorLayout.ownDirectory)/\(MirrorLayout.lock)")
        guard let directory = try tree.directory([MirrorLayout.ownDirectory], creating: true) else {
            throw .system(ENOENT, "open", place)
        }
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        // For its owner alone: who can open it, for reading even, can hold it.
        let number = openat(directory.number, MirrorLayout.lock, flags, 0o600)
        guard number >= 0 else { throw .system(errno, "lock", place) }
        fchmod(number, 0o600)
        let hold = DirectoryHold(number)
        guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
            guard errno == EWOULDBLOCK else { throw .system(errno, "lock", place) }
            return nil
        }
        hold.sign()
        return hold
    }

    /// Says in the lock file who has it.
    private func sign() {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        guard let number = lock.withLock({ $0 }), let text = try? encoder.encode(Holder.current)
        else { return }
        guard ftruncate(number, 0) == 0 else { return }
        _ = text.withUnsafeBytes { pwrite(number, $0.baseAddress, $0.count, 0) }
    }

    /// The error of a mirror another process writes to.
    static func heldByOther(_ tree: DirectoryTree) -> StoreError {
        var detail = "another process writes to \(tree.root)"
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        if let path = try? RelativePath("\(MirrorLayout.ownDirectory)/\(MirrorLayout.lock)"),
            let bytes = try? tree.contents(of: path, limit: 4096),
            let holder = try? decoder.decode(Holder.self, from: Data(bytes))
        {
            let host = PrintableText.quote(holder.host)
            detail += ": process \(holder.pid) on \(host) since \(holder.since.formatted(.iso8601))"
        }
        return StoreError(
            .held, detail, hint: "wait for it to end, for example with --lock-wait 1h")
    }
}

extension DirectoryStore {
    package func hold(waiting wait: Duration) async throws(StoreError) -> any StoreHold {
        let deadline = ContinuousClock.now + wait
        while true {
            if let hold = try DirectoryHold.take(in: tree) { return hold }
            guard ContinuousClock.now < deadline else { throw DirectoryHold.heldByOther(tree) }
            do {
                try await Task.sleep(for: .milliseconds(100))
            } catch {
                throw DirectoryHold.heldByOther(tree)
            }
        }
    }
}
