internal import FlyingFox
internal import FlyingSocks
internal import Glibc
internal import FoundationEssentials

/// A sandbox region that listens on 127.0.0.1, for tests and for `maas-sandbox`.
package final class RunningSandbox: Sendable {
    /// `http://127.0.0.1:PORT/MAAS`.
    package let url: String
    /// The administrator's key, `CONSUMER:TOKEN:SECRET`.
    package let adminAPIKey: String
    /// The key of `bob`, who is no administrator.
    package let userAPIKey: String

    private let region: Region
    private let server: HTTPServer
    private let listening: Task<Void, any Error>

    private init(
        url: String, keys: (admin: String, user: String), region: Region, server: HTTPServer,
        listening: Task<Void, any Error>
    ) {
        self.url = url
        adminAPIKey = keys.admin
        userAPIKey = keys.user
        self.region = region
        self.server = server
        self.listening = listening
    }

    /// Starts a region; returns once its port is bound.
    ///
    /// - Throws: the system's error when the port cannot be bound.
    package static func start(
        _ configuration: SandboxConfiguration = .init()
    ) async throws -> RunningSandbox {
        let state = InitialState.make(configuration)
        let region = Region(
            state, clock: configuration.clock, catalogues: configuration.catalogues)
        let server = HTTPServer(
            config: .init(
                address: try sockaddr_in.inet(ip4: "127.0.0.1", port: configuration.port),
                timeout: 86_400, logger: .disabled),
            handler: RegionHandler(region: region))
        let listening = Task { try await server.run() }
        // FlyingFox waits 5 seconds by default, which a busy machine can take.
        try await server.waitUntilListening(timeout: 60)
        guard case .ip4(_, let port)? = await server.listeningAddress else {
            throw SocketError.unsupportedAddress
        }
        let keys = InitialState.keys(state)
        return RunningSandbox(
            url: "http://127.0.0.1:\(port)/MAAS", keys: keys, region: region, server: server,
            listening: listening)
    }

    /// Every request so far, in the order they were answered.
    package func requests() async -> [RecordedRequest] { region.requests }

    /// Looks at the state or sets it directly.
    @discardableResult
    package func region<T: Sendable>(
        _ body: @Sendable (inout RegionState) throws -> T
    ) async rethrows -> T {
        try region.access { try body(&$0) }
    }

    /// Waits until the region has read every catalogue it has asked for so far over HTTP.
    package func fetchesDone() async { await region.fetchesDone() }

    /// Puts a fault in force.
    package func inject(_ fault: SandboxFault) async {
        region.access { $0.faults.append(fault) }
    }

    /// Ends all faults.
    package func clearFaults() async {
        region.access { $0.faults = [] }
    }

    /// Stops listening and drops every connection.
    package func stop() async {
        await server.stop(timeout: 0)
        listening.cancel()
        _ = await listening.result
    }
}
