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
    /// The image stream beside the region; nil when there is none.
    package let stream: StreamServer?

    private let ownsStream: Bool
    private let region: Region
    private let server: HTTPServer
    private let listening: Task<Void, any Error>

    private init(
        url: String, keys: (admin: String, user: String), stream: StreamServer?, ownsStream: Bool,
        region: Region, server: HTTPServer, listening: Task<Void, any Error>
    ) {
        self.url = url
        adminAPIKey = keys.admin
        userAPIKey = keys.user
        self.stream = stream
        self.ownsStream = ownsStream
        self.region = region
        self.server = server
        self.listening = listening
    }

    /// Starts a region, and the image stream beside it where one is configured; returns once both
    /// listen.
    ///
    /// - Throws: `ListenFailure` when the port cannot be bound; `GnuPGFailure` when the stream
    ///   cannot be signed, with the package to install.
    package static func start(
        _ configuration: SandboxConfiguration = .init()
    ) async throws -> RunningSandbox {
        guard let stream = configuration.stream else {
            return try await start(configuration, beside: nil)
        }
        let server = try await StreamServer.start(stream)
        do {
            return try await start(configuration, beside: server, ownsStream: true)
        } catch {
            await server.stop()
            throw error
        }
    }

    /// Starts a region beside a stream that is served already, or beside none; `stop` ends the
    /// stream only where the sandbox owns it.
    static func start(
        _ configuration: SandboxConfiguration, beside stream: StreamServer?,
        ownsStream: Bool = false
    ) async throws -> RunningSandbox {
        let catalogues = stream.map(StreamCatalogues.init(stream:)) ?? configuration.catalogues
        let state = InitialState.make(
            configuration, official: try await official(stream, configuration))
        let region = Region(state, clock: configuration.clock, catalogues: catalogues)
        let server = HTTPServer(
            config: .init(
                address: try sockaddr_in.inet(ip4: "127.0.0.1", port: configuration.port),
                timeout: 86_400, pool: PromptSocketPool(pool: HTTPServer.defaultPool()),
                logger: .disabled),
            handler: RegionHandler(region: region))
        let keys = InitialState.keys(state)
        let (port, listening) = try await Listening.begin(server, port: configuration.port)
        return RunningSandbox(
            url: "http://127.0.0.1:\(port)/MAAS", keys: keys, stream: stream,
            ownsStream: ownsStream, region: region, server: server, listening: listening)
    }

    /// What the official source offers at the start: what the stream says, once verified.
    static func official(
        _ stream: StreamServer?, _ configuration: SandboxConfiguration
    ) async throws(CatalogueFailure) -> InitialState.Official {
        guard let stream else { return InitialState.Official() }
        let source = DefaultContent.officialSource(
            configuration.flavour, id: 1, keyring: stream.keyringPath, now: 0)
        let order = FetchOrder(source, flavour: configuration.flavour)
        let catalogue = try await StreamCatalogues(stream: stream).fetch(order).get()
        stream.clearRequests()
        return InitialState.Official(catalogue: catalogue, keyring: stream.keyringPath)
    }

    /// Environment variables that make a client see the stream as `http://images.maas.io`; empty
    /// without a stream.
    package var proxyEnvironment: [String: String] { stream?.proxyEnvironment ?? [:] }

    /// Every request so far, in the order they were answered.
    package func requests() async -> [RecordedRequest] { region.requests }

    /// Looks at the state or sets it directly.
    @discardableResult
    package func region<T: Sendable>(
        _ body: @Sendable (inout RegionState) throws -> T
    ) async rethrows -> T {
        try region.access { try body(&$0) }
    }

    /// Waits until the region has read every catalogue and every file it has asked for so far over
    /// HTTP.
    package func fetchesDone() async { await region.fetchesDone() }

    /// Puts a fault in force.
    package func inject(_ fault: SandboxFault) async {
        region.access { $0.faults.append(fault) }
    }

    /// Ends all faults.
    package func clearFaults() async {
        region.access { $0.faults = [] }
    }

    /// Stops listening, drops every connection, and ends the stream that was started with it.
    package func stop() async {
        await server.stop(timeout: 0)
        listening.cancel()
        _ = await listening.result
        await region.abandonFetches()
        if ownsStream { await stream?.stop() }
    }
}
