package import ArgumentParser
internal import FoundationEssentials
internal import SimpleStreams

/// `mirror list`: what mirrors hold.
package struct MirrorList: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what mirrors hold, and how old they are.",
        discussion: Examples.text([
            ("maas-boot mirror list /srv/images", "releases, architectures, versions, sizes"),
            (
                "maas-boot mirror list /srv/images --max-age 36h -o json",
                "for monitoring: exit 1 when the last success is older"
            ),
        ]),
        aliases: ["ls"])

    @Argument(
        help: "Directories of mirrors, or s3://BUCKET/PREFIX.", completion: .directory)
    package var directories: [String]

    @Option(
        help: ArgumentHelp(
            "Warn when upstream has not changed for so many days.", valueName: "days"))
    package var freezeDays = TrustPolicy.usualFreezeDays

    @Option(
        help: ArgumentHelp(
            "Exit with 1 and name the mirrors whose last successful sync is older than this.",
            valueName: "time"))
    package var maxAge: TypedDuration?

    @OptionGroup package var objectStore: ObjectStoreOptions
    @OptionGroup package var output: OutputOptions

    package init() {}

    package func validate() throws {
        guard freezeDays >= 0 else {
            throw ValidationError("--freeze-days is not negative.")
        }
    }

    package func run(in context: Context) async throws {
        let printer = try Printer(HeldImages.listing, output.request, in: context)
        try objectStore.check(directories)
        let now = context.clock.now
        var rows: [HeldImages] = []
        var late: [LateMirror] = []
        var unlisted: [UnlistedMirror] = []
        for directory in directories {
            let listing: MirrorListing
            do {
                listing = try await self.listing(directory, in: context)
            } catch {
                try Task.checkCancellation()
                unlisted.append(UnlistedMirror(directory, Failure(from: error)))
                continue
            }
            for verdict in listing.verdicts { context.warn("\(directory): \(verdict)") }
            rows += listing.rows.map {
                HeldImages(
                    directory: directory, listing: listing, row: $0, age: listing.age(at: now))
            }
            if let maxAge, let mirror = LateMirror(directory, listing.age(at: now), maxAge) {
                late.append(mirror)
            }
        }
        let failure = Failure(unlisted: unlisted, of: directories.count)
        if let failure, unlisted.count == directories.count { throw failure }
        try printer.print(rows)
        if let lateness = Failure(late: late, of: directories.count) {
            unlisted.forEach { context.warn($0.text) }
            throw lateness
        }
        if let failure { throw failure }
    }

    private func listing(
        _ directory: String, in context: Context
    ) async throws -> MirrorListing {
        MirrorListing(
            try await MirrorState.known(in: objectStore.store(directory, in: context)),
            now: context.clock.now, policy: TrustPolicy(freezeDays: freezeDays))
    }
}

/// Images of one release and architecture in a mirror.
struct HeldImages: Sendable {
    let directory: String
    let listing: MirrorListing
    let row: MirrorListing.Row
    /// Seconds since the last success.
    let age: TimeInterval?

    static let listing = Listing<HeldImages>(
        plural: "mirrored images",
        fields: [
            Field("directory") { .string($0.directory) },
            Field("upstream") { .string($0.listing.upstream) },
            Field("os") { .string($0.row.os) },
            Field("release") { .string(orNull: $0.row.release) },
            Field("arch") { .string($0.row.arch) },
            Field("subarches") { .strings($0.row.subarches) },
            Field("versions") { .strings($0.row.versions) },
            Field("files") { .integer($0.row.files) },
            Field("bytes") { .integer(Int($0.row.bytes)) },
            Field("last_success") { .time($0.listing.lastSuccess) },
            Field("age_seconds") { .integer(orNull: $0.age.map { Int($0) }) },
            Field("published") { .time($0.listing.published?.date) },
            Field("fingerprint") { .string(orNull: $0.listing.signer?.description) },
            Field("signed_by") { .string($0.listing.signedBy.rawValue) },
            Field("site_fingerprint") { .string(orNull: $0.listing.siteSigner?.description) },
        ],
        columns: [
            Column("MIRROR") { held, _ in held.directory },
            Column("IMAGES", .identifier) { held, _ in
                [held.row.os, held.row.release].compactMap { $0 }.joined(separator: "/")
            },
            Column("ARCH", .identifier) { held, _ in held.row.arch },
            Column("VERSIONS", .identifier) { held, _ in
                held.row.versions.joined(separator: ",")
            },
            Column("FILES", .number, onlyWhenWide: true) { held, _ in "\(held.row.files)" },
            Column("SIZE", .number) { held, presentation in
                presentation.bytes(Int(held.row.bytes))
            },
            Column("LAST SYNC", .identifier) { held, presentation in
                presentation.time(held.listing.lastSuccess)
            },
            Column("SIGNED BY", .identifier, onlyWhenWide: true) { held, _ in
                held.listing.signedBy.rawValue
            },
            Column("UPSTREAM", onlyWhenWide: true) { held, _ in held.listing.upstream },
        ])
}
