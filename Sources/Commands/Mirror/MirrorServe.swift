package import ArgumentParser
internal import FoundationEssentials
internal import Glibc
internal import Logging
internal import MirrorServer

/// `mirror serve`: serves a mirror, or says how another server is to.
package struct MirrorServe: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve a mirror to regions, or print a web server's configuration that does.",
        discussion:
            "Serves until it is interrupted. For small sites and tests; --print is for the rest.\n\n"
            + Examples.text([
                ("maas-boot mirror serve /srv/images", "on this machine only, port 8080"),
                (
                    "maas-boot mirror serve /srv/images --listen 0.0.0.0:8080 -v",
                    "for the network, with a line for each request"
                ),
                (
                    "maas-boot mirror serve /srv/images --print nginx --base /maas/images",
                    "a configuration for /etc/nginx/conf.d"
                ),
            ]))

    @Argument(help: "The mirror's directory.", completion: .directory)
    package var directory: String

    @OptionGroup package var serving: ServeOptions
    @OptionGroup package var logging: LogOptions
    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try Printer(ServedMirror.listing, output.request, in: context)
        try Failure.refuse(
            directory, for: "a directory is served",
            hint: "an object store serves its buckets itself: docs/object-storage.md")
        let directory = try AbsolutePath.of(directory)
        guard let kind = serving.server else { return try await serve(directory, printer, context) }
        let site = WebServerSite(
            directory: directory,
            listen: serving.listen ?? ListenAddress(host: "0.0.0.0", port: 80),
            base: serving.base.path, name: serving.serverName)
        try printer.print(
            one: ServedMirror(
                directory: directory, listen: site.listen, url: site.url(host: Self.hostName),
                streams: [], server: kind, configuration: try site.configuration(for: kind)))
    }

    private func serve(
        _ directory: String, _ printer: Printer<ServedMirror>, _ context: Context
    ) async throws {
        let asked = serving.listen ?? ListenAddress(host: "127.0.0.1", port: 8080)
        let streams = MirrorFinding.streams(in: directory)
        let logger = logging.logger(in: context)
        let server = try start(directory, asked, logger)
        let site = WebServerSite(
            directory: directory, listen: server.address, base: serving.base.path, name: nil)
        if !server.address.isLoopback {
            context.warn(
                "every machine that reaches \(server.address) can read \(directory), unencrypted")
        }
        if streams.isEmpty {
            context.warn("\(directory) holds no mirror yet: there is no streams/v1 in it")
        }
        do {
            try printer.print(
                one: ServedMirror(
                    directory: directory, listen: server.address,
                    url: site.url(host: Self.hostName), streams: streams, server: nil,
                    configuration: nil))
        } catch {
            server.stop()
            throw error
        }
        await server.run()
    }

    private func start(
        _ directory: String, _ address: ListenAddress, _ logger: Logger
    ) throws(Failure) -> MirrorServer {
        do {
            return try MirrorServer(directory: directory, at: address, base: serving.base.path) {
                request in
                let cut = request.isWhole ? "" : " (broken off)"
                logger.info(
                    "\(request.peer) \(request.request) \(request.status) \(request.bytes)\(cut)")
            }
        } catch {
            throw Failure(error)
        }
    }

    /// This machine's name, for addresses that stand for all.
    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Failure {
    /// Why a mirror cannot be served.
    init(_ error: ServerError) {
        switch error.cause {
        case .directory:
            self.init(
                .notFound, "cannot \(error.action)", received: error.reason,
                hint: "make the mirror first: maas-boot mirror sync stable DIR --release noble")
        case .permission:
            self.init(
                .notPermitted, "cannot \(error.action)", received: error.reason,
                hint: "run it as a user who may read the directory, or let this one read it")
        case .address:
            self.init(
                .failed, "cannot \(error.action)", received: error.reason,
                hint: "choose another with --listen ADDRESS:PORT; port 0 takes a free one")
        }
    }
}
