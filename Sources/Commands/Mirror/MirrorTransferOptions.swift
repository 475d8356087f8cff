package import ArgumentParser
internal import FoundationEssentials
internal import SimpleStreams
internal import Transport
internal import Workflows

/// The options that say how files are fetched.
package struct MirrorTransferOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Fetch this many files at once.", valueName: "number"))
    package var transfers = 12

    @Option(
        help: ArgumentHelp(
            "Receive no more than this in a second, for example 10M.", valueName: "rate"))
    package var bwlimit: ByteRate?

    @Option(help: ArgumentHelp("Try each file this often.", valueName: "number"))
    package var retries = 5

    @Option(
        help: ArgumentHelp(
            "Break a transfer off when nothing came for this time.", valueName: "time"))
    package var idleTimeout = TypedDuration(.seconds(60))

    @Option(
        help: ArgumentHelp(
            "Wait this long for another run on the same mirror to end.", valueName: "time"))
    package var lockWait = TypedDuration(.zero)

    @Flag(help: "Read and hash every file instead of trusting size and time.")
    package var checksum = false

    @OptionGroup package var logging: LogOptions

    package init() {}

    package func validate() throws {
        guard (1...256).contains(transfers) else {
            throw ValidationError("--transfers is from 1 to 256.")
        }
        guard retries >= 1 else { throw ValidationError("--retries is at least 1.") }
    }

    /// The stream as these options want it read.
    func source(_ address: StreamAddress, in context: Context) -> HTTPStreamSource {
        let connections = StreamConnections(logging, in: context)
        let client = HTTPClient(
            options: connections.options(
                transfers: transfers, bytesPerSecond: bwlimit?.bytesPerSecond),
            retry: .never, clock: ContextClock(context), logger: connections.logger)
        return HTTPStreamSource(
            address: address, exchange: client,
            limits: TransferLimits(idle: idleTimeout.duration))
    }

    /// What the engine goes by.
    func options(indexPath: RelativePath, trust: TrustPolicy) -> MirrorOptions {
        var options = MirrorOptions()
        options.indexPath = indexPath
        options.transfers = transfers
        options.retry.attempts = retries
        options.idleLimit = idleTimeout.duration
        options.readsAll = checksum
        options.trust = trust
        options.lockWait = lockWait.duration
        return options
    }
}

extension Context {
    /// The clock as a mirror run goes by it.
    var mirrorTime: MirrorTime {
        let clock = clock
        return MirrorTime(
            now: { clock.now }, sleep: { try await clock.sleep(for: $0) },
            chance: { .random(in: 0..<1) })
    }
}
