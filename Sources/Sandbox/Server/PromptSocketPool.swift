internal import FlyingFox
internal import FlyingSocks
internal import Glibc

/// A server's sockets, sending at once what is written to them.
///
/// FlyingFox writes the head and the body of a response apart. On a connection that is used again
/// the kernel holds the body back until the client has acknowledged the head (Nagle, RFC 896),
/// which a client delays by 40 ms (RFC 1122, 4.2.3.2): a cost no region behind nginx has. Linux
/// hands a listening socket's TCP_NODELAY on to the connections it accepts.
struct PromptSocketPool<Pool: AsyncSocketPool>: AsyncSocketPool {
    let pool: Pool

    func prepare() async throws { try await pool.prepare() }

    func run() async throws { try await pool.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        if events == .connection {
            try socket.setValue(
                true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
        }
        try await pool.suspendSocket(socket, untilReadyFor: events)
    }
}
