internal import Dispatch
internal import Synchronization

/// A sample image stream, served over HTTP on loopback, that misbehaves on request.
///
/// It is a small HTTP/1.1 server on POSIX sockets with a blocking thread for each connection, and
/// not one on a library: to reset a connection, to send another length than it announced and to
/// stop in the middle of a body is what it is for, and libraries are made to prevent all three.
package final class StreamServer: Sendable {
    /// `http://127.0.0.1:PORT`, without a slash at the end.
    package let baseURL: String
    /// The stream that is served.
    package let stream: SampleStream

    private let listener: StreamSocket
    private let rules = StreamFaultRules()
    private let log = StreamRequestLog()
    private let threads = DispatchGroup()
    private let connections = Mutex(Connections())

    private struct Connections {
        var open: Set<StreamSocket> = []
        var accepted = 0
        var isStopped = false
    }

    private init(stream: SampleStream, listener: StreamSocket, port: Int) {
        self.stream = stream
        self.listener = listener
        baseURL = "http://127.0.0.1:\(port)"
    }

    /// Makes a stream with keys of its own and serves it on a free port. `stop` must be called
    /// in the end.
    ///
    /// Throws `GnuPGFailure` when there is no gpg, `StreamSocketFailure` when there is no port.
    package static func start(
        _ configuration: SampleStreamConfiguration = .init()
    ) async throws -> StreamServer {
        let stream = try await SampleStream.start(configuration)
        do {
            let (listener, port) = try StreamSocket.listen()
            let server = StreamServer(stream: stream, listener: listener, port: port)
            server.thread { $0.acceptConnections() }
            return server
        } catch {
            await stream.stop()
            throw error
        }
    }

    /// The address of a line, as a boot source has it.
    package func url(_ line: StreamLine) -> String { "\(baseURL)/\(line.folder)" }

    /// Environment variables that make a client see this server as `http://images.maas.io`, and
    /// reach everything on this machine without it.
    package var proxyEnvironment: [String: String] {
        ["http_proxy": baseURL, "no_proxy": "127.0.0.1,localhost"]
    }

    /// The stream's keyring on disk, binary as gpgv wants it; there until `stop`.
    package var keyringPath: String { stream.keys.keyringPath }
    /// The same keyring in ASCII armour.
    package var armouredKeyringPath: String { stream.keys.armouredKeyringPath }
    /// A binary keyring with only a key that signs `StreamFault.resigned`.
    package var otherKeyringPath: String { stream.keys.otherKeyringPath }
    /// The fingerprint of the key that signs the stream, in upper-case hexadecimal.
    package var fingerprint: String { stream.keys.fingerprint(.stream) }
    /// The fingerprint of the key in `otherKeyringPath`.
    package var otherFingerprint: String { stream.keys.fingerprint(.other) }
    /// The fingerprint of the key that signs `StreamFault.expiredKey`; it is in the keyring.
    package var expiredFingerprint: String { stream.keys.fingerprint(.expired) }

    /// Lets a fault befall the answers to paths that match the pattern, for ever or the next so
    /// many times. Faults add up until `behave`.
    ///
    /// The pattern is one of POSIX `fnmatch` for the whole decoded path from the root, in which
    /// `*` matches slashes too: `*/index.sjson`, `/ephemeral-v3/stable/*`.
    package func misbehave(
        _ fault: StreamFault, on pattern: String = "*", times: Int? = nil
    ) throws {
        let current = Dictionary(
            uniqueKeysWithValues: StreamLine.allCases.map { ($0, stream.current($0)) })
        try rules.add(fault, on: pattern, times: times, publications: current)
    }

    /// Ends all faults. Answers that are under way stay as they are.
    package func behave() {
        rules.removeAll()
    }

    /// Publishes the next versions of a line: the newest are added, and the oldest vanish from
    /// the documents and the server at once.
    package func publishAgain(_ line: StreamLine = .stable) async throws {
        stream.publishAgain(line)
    }

    /// What was asked for since the start or `clearRequests`, in the order of arrival.
    package func requests() -> [StreamRequest] { log.requests }

    /// Forgets the requests so far.
    package func clearRequests() {
        log.clear()
    }

    /// Closes every connection, ends every thread and removes keys and keyrings.
    package func stop() async {
        connections.withLock { state in
            state.isStopped = true
            for socket in state.open { socket.shutDown() }
        }
        listener.shutDown()
        await withCheckedContinuation { continuation in
            threads.notify(queue: .global()) { continuation.resume() }
        }
        listener.close()
        await stream.stop()
    }

    private func acceptConnections() {
        while let socket = listener.accept() {
            guard let number = register(socket) else {
                socket.close()
                break
            }
            if !thread({ $0.serve(socket, number) }) { close(socket, .close) }
        }
    }

    private func serve(_ socket: StreamSocket, _ number: Int) {
        let connection = StreamConnection(
            number: number, socket: socket,
            responder: StreamResponder(stream: stream, rules: rules, address: baseURL), log: log)
        close(socket, connection.serve())
    }

    /// Puts a connection on the list of those to shut down at `stop`, and numbers it.
    private func register(_ socket: StreamSocket) -> Int? {
        connections.withLock { state in
            guard !state.isStopped else { return nil }
            state.open.insert(socket)
            state.accepted += 1
            return state.accepted
        }
    }

    /// Closes under the lock, so that `stop` never shuts down a descriptor used anew.
    private func close(_ socket: StreamSocket, _ end: StreamDelivery.End) {
        connections.withLock { state in
            state.open.remove(socket)
            if end == .reset { socket.reset() } else { socket.close() }
        }
    }

    @discardableResult
    private func thread(_ body: @escaping @Sendable (StreamServer) -> Void) -> Bool {
        threads.enter()
        let isStarted = StreamThread.start { [self] in
            body(self)
            threads.leave()
        }
        if !isStarted { threads.leave() }
        return isStarted
    }
}
