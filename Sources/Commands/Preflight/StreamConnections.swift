internal import Logging
internal import SimpleStreams
internal import Transport
internal import Workflows

/// How a command reaches image servers.
struct StreamConnections: Sendable {
    let context: Context
    let logger: Logger
    var connectTimeout = Duration.seconds(10)
    var idleTimeout = Duration.seconds(20)

    init(_ logging: LogOptions, in context: Context) {
        self.context = context
        logger = logging.logger("stream", in: context)
    }

    /// Reads streams for a look: documents only, repeated where that may help.
    var reading: StreamReading { reading(connectTimeout, attempts: 3) }

    /// Asks what streams offer, and gives up soon: one that this machine does not reach is no reason
    /// to wait.
    var offers: StreamOffers { StreamOffers(reading: reading(.seconds(3), attempts: 1)) }

    private func reading(_ connectTimeout: Duration, attempts: Int) -> StreamReading {
        let client = HTTPClient(
            options: options(), retry: Transport.RetryPolicy(attempts: attempts),
            clock: ContextClock(context), logger: logger)
        let limits = TransferLimits(connect: connectTimeout, idle: idleTimeout)
        return StreamReading { address in
            HTTPStreamSource(
                address: address, exchange: client, limits: limits, repeatsDocuments: true)
        }
    }

    func options(
        transfers: Int = 8, bytesPerSecond: Int? = nil
    ) -> Transport.ConnectionOptions {
        Transport.ConnectionOptions(
            userAgent: "maas-boot/\(Version.text)", connectionsPerHost: transfers,
            bytesPerSecond: bytesPerSecond,
            proxies: ProxySettings(environment: context.environment))
    }
}
