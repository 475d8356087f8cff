internal import Glibc

/// A directory of which everything below is served, and nothing beside it.
///
/// Each step of a path is opened without following links, from the directory that was opened at the
/// start.
struct ServedTree: Sendable {
    /// Why there is nothing to serve.
    enum Refusal: Error, Equatable {
        case notFound
        case forbidden
        /// The system has no descriptors or memory left; later it may.
        case busy
    }

    /// One entry of a directory page.
    struct Entry: Hashable, Sendable {
        let name: String
        let facts: FileFacts
    }

    /// Entries a directory page shows at most.
    static let mostEntries = 10_000

    private let root: OpenFile

    init(_ path: String) throws(ServerError) {
        guard let file = unsafe OpenFile(Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        else {
            let code = errno
            throw ServerError(.init(openingFailedWith: code), "serve \(path)", code: code)
        }
        root = file
    }

    /// Opens what the names lead to: a file or a directory.
    func open(_ names: [String]) throws(Refusal) -> OpenFile {
        var current = root
        for name in names { current = try Self.step(from: current, to: name) }
        guard current.facts.kind != .other else { throw .notFound }
        return current
    }

    /// The files and directories in a directory that are served, in order.
    func entries(_ names: [String]) throws(Refusal) -> [Entry] {
        let directory = try open(names)
        guard let stream = unsafe fdopendir(fcntl(directory.descriptor, F_DUPFD_CLOEXEC, 0)) else {
            throw Self.refusal(errno)
        }
        defer { unsafe closedir(stream) }
        var entries: [Entry] = []
        while entries.count < Self.mostEntries, let found = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: found.pointee.d_name) { bytes in
                unsafe String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            guard let name, RequestTarget.isServed(name),
                unsafe fstatat(directory.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
            else { continue }
            let facts = FileFacts(status)
            if facts.kind != .other { entries.append(Entry(name: name, facts: facts)) }
        }
        return entries.sorted { $0.name < $1.name }
    }

    private static func step(
        from directory: OpenFile, to name: String
    ) throws(Refusal) -> OpenFile {
        // O_NONBLOCK: opening a FIFO must not wait for a writer.
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let opened = withExtendedLifetime(directory) {
            unsafe OpenFile(openat(directory.descriptor, name, flags))
        }
        guard let opened else { throw refusal(errno) }
        return opened
    }

    private static func refusal(_ code: Int32) -> Refusal {
        switch code {
        case EACCES, EPERM: .forbidden
        case EMFILE, ENFILE, ENOMEM: .busy
        default: .notFound
        }
    }
}
