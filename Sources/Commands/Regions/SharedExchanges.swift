internal import Synchronization
internal import Transport

/// The HTTP clients of one run. Regions whose certificates are judged alike share one, and with it
/// one thread: a hundred threads cost a fleet's `status` more than its answers do.
final class SharedExchanges: Sendable {
    /// By what a region's certificate is judged.
    struct Trust: Hashable {
        let authority: CertificateAuthority?
        let insecure: Bool
    }

    private let clients = Mutex<[Trust: any HTTPExchange]>([:])

    /// The client for this trust, made at the first call.
    func exchange(for trust: Trust, making make: () -> any HTTPExchange) -> any HTTPExchange {
        clients.withLock { clients in
            if let known = clients[trust] { return known }
            let made = make()
            clients[trust] = made
            return made
        }
    }
}
