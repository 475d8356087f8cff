package import ArgumentParser
internal import FoundationEssentials
internal import ObjectStore
internal import SimpleStreams
internal import Workflows

/// The arguments of a mirror run, as `sstream-mirror` takes them, and the run they spell.
package struct MirrorJob: ParsableArguments {
    @Argument(help: "The stream to mirror: stable, candidate, or a URL.")
    package var upstream: String

    @Argument(
        help: "The mirror's directory, or s3://BUCKET/PREFIX.", completion: .directory)
    package var directory: String

    @Argument(
        help: ArgumentHelp(
            "Filters as sstream-mirror takes them: KEY=VALUE, KEY!=VALUE, KEY~REGEX, KEY!~REGEX. "
                + "Without any, and without --release and the like: what earlier runs recorded, or "
                + "everything."))
    package var filters: [String] = []

    @Option(
        help: ArgumentHelp("Where the index is below the stream's address.", valueName: "path"))
    package var path: String?

    @OptionGroup package var selection: MirrorSelectionOptions
    @OptionGroup package var trust: MirrorTrustOptions
    @OptionGroup package var signing: MirrorSigningOptions
    @Option(
        help: ArgumentHelp(
            "Keep files that metadata no longer names for so many days. Those that wait already keep "
                + "their time; mirror prune hastens them.", valueName: "days"))
    package var keepDays = 1.0

    @Flag(help: "Let this mirror follow another upstream from now on.")
    package var changeUpstream = false

    @Option(
        help: ArgumentHelp(
            "With s3://: bring items to this directory first, and send them from there. It keeps them.",
            valueName: "directory"), completion: .directory)
    package var cache: String?

    @OptionGroup package var transfer: MirrorTransferOptions
    @OptionGroup package var objectStore: ObjectStoreOptions

    package init() {}

    package func validate() throws {
        guard keepDays >= 0 else { throw ValidationError("--keep-days is not negative.") }
    }

    /// The run, ready to be planned or carried out. Nothing has been written, and nothing read but
    /// what the mirror's own record says.
    func mirrorRun(
        in context: Context, progress: any MirrorProgress
    ) async throws -> MirrorRun {
        let address = try MirrorUpstream(upstream, path: path).address
        var options = transfer.options(indexPath: address.indexPath, trust: trust.policy)
        options.grace = keepDays * 86_400
        options.partChange = selection.recorded?.change ?? .automatic
        options.changesUpstream = changeUpstream
        let store = try store(in: context)
        let recorded = try await MirrorState.recorded(in: store)
        let keyring = changeUpstream ? nil : recorded?.keyring
        options.keyring = try trust.chosenKeyring(recorded: keyring)
            .map { try AbsolutePath.of($0) }
        return MirrorRun(
            source: transfer.source(address, in: context), store: store,
            verifier: try trust.verifier(indexPath: address.indexPath, recorded: keyring),
            part: try part(recorded), signing: try signing.signing(recorded, in: context),
            options: options,
            time: context.mirrorTime, progress: progress)
    }

    private func store(in context: Context) throws -> any Store {
        let store = try objectStore.store(directory, transfer.logging, in: context)
        guard let cache else { return store }
        guard S3Location.isMeant(by: directory) else {
            throw Failure(
                .usage, "--cache is for mirrors in an object store", received: directory,
                hint: "leave it out: a mirror in a directory has its items there")
        }
        try Failure.refuse(cache, for: "a cache is a directory", hint: "name a directory here")
        // What the bucket's mirror deletes goes from the cache as well.
        guard !FileManager.default.fileExists(atPath: "\(cache)/.maas-boot/state.json") else {
            throw Failure(
                .usage, "the cache is a mirror of its own", received: cache,
                hint: "name another directory, or send that mirror up: maas-boot mirror publish")
        }
        return CachedStore(store, cache: cache)
    }

    /// Says aloud what is legal and probably not meant.
    func warnAboutFilters(in context: Context) throws {
        do {
            let filters = try FilterSet(parsing: filters)
            for warning in filters.warnings { context.warn("\(warning)") }
        } catch {
            throw MirrorError.filter(error)
        }
    }

    /// What is asked for; nil stands for what earlier runs recorded, and where none did, no filter
    /// means everything.
    private func part(_ recorded: MirrorState?) throws -> MirrorPart? {
        if let part = try selection.part(filters: filters) { return part }
        return recorded?.parts.isEmpty ?? true ? MirrorPart() : nil
    }
}
