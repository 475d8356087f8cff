package import ArgumentParser
internal import SimpleStreams

/// The options that say what is mirrored, beside filters.
package struct MirrorSelectionOptions: ParsableArguments {
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Mirror this release, by name or number; may be repeated, or a comma list. The boot "
                + "loaders that the architectures need come along.", valueName: "release"))
    package var release: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Mirror images for this architecture.", valueName: "arch"))
    package var arch: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Mirror this operating system.", valueName: "os"))
    package var os: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Mirror this kernel, for example ga-24.04.", valueName: "subarch"))
    package var subarch: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Mirror images with this label.", valueName: "label"))
    package var label: [String] = []

    @Option(
        help: ArgumentHelp(
            "Keep the newest NUMBER versions of each product. Alone, it changes what the mirror "
                + "records, not what it takes.", valueName: "number"))
    package var max: Int?

    @Flag(help: "With --max: keep versions that left upstream.")
    package var keep = false

    @Flag(
        exclusivity: .exclusive,
        help: "Add to what earlier runs recorded for this mirror, or put this in its place.")
    package var recorded: RecordedParts?

    package init() {}

    package func validate() throws {
        let lists = [
            ("release", release), ("arch", arch), ("os", os), ("subarch", subarch),
            ("label", label),
        ]
        // A list without a name would mirror everything.
        for (option, values) in lists where values.contains(where: Self.namesNothing) {
            throw ValidationError(
                "--\(option) names nothing; leave it out for everything. Is a variable empty?")
        }
    }

    /// What is to be mirrored, or nil for what earlier runs recorded.
    func part(filters: [String]) throws -> MirrorPart? {
        let choice = Choice(
            os: Self.list(os), releases: Self.list(release), arches: Self.list(arch),
            subarches: Self.list(subarch), labels: Self.list(label))
        guard !(choice.isEverything && filters.isEmpty && max == nil && !keep) else { return nil }
        do {
            return MirrorPart(
                filters: filters, choice: choice.isEverything ? nil : choice,
                retention: try Retention(max: max, keepsVanished: keep))
        } catch {
            throw MirrorError.retention(error)
        }
    }

    private static func namesNothing(_ value: String) -> Bool {
        value.allSatisfy { $0 == "," || $0.isWhitespace }
    }

    private static func list(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",").map(String.init) }
    }
}

/// `--add` and `--replace`.
package enum RecordedParts: String, EnumerableFlag {
    case add
    case replace

    var change: PartChange {
        switch self {
        case .add: .add
        case .replace: .replace
        }
    }
}
