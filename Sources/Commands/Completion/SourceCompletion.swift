internal import ArgumentParser

/// The boot sources that a line may mean, for a Tab, as they were last seen.
struct SourceCompletion {
    private let context: Context

    init(_ context: Context) {
        self.context = context
    }

    /// Ways to name each source: its id, its name (MAAS 3.8), its URL.
    func candidates(_ line: TypedLine) -> [String] {
        let sources = sources(line)
        let ids = sources.map { source in
            line.shell == .fish ? "\(source.id)\t\(source.url)" : "\(source.id)"
        }
        let names = sources.compactMap(\.name).filter { !$0.contains(where: \.isWhitespace) }
        return unique(ids + names + sources.compactMap { Self.word(for: $0.url, line.shell) })
    }

    /// The URLs of the sources, where the shell can complete them.
    func urls(_ line: TypedLine) -> [String] {
        line.shell == .bash ? [] : unique(sources(line).map(\.url))
    }

    private func sources(_ line: TypedLine) -> [RememberedSource] {
        let memory = SourceMemory(context.directories)
        return regions(line).flatMap { memory.sources(of: $0) }
    }

    /// The addresses of the regions that a command on this line would talk to.
    private func regions(_ line: TypedLine) -> [String] {
        let flags = line.regions
        if let url = flags.url { return (try? [RegionAddress(parsing: url).base]) ?? [] }
        let decision = try? ProfileChoice.resolve(
            flags, environment: context.environment, sources: ProfileCompletion(context).sources)
        return switch decision {
        case .profiles(let profiles): profiles.map(\.address.base)
        case .region(let address, _): [address.base]
        case nil: []
        }
    }

    /// bash ends a word at each colon, so there a URL goes by its part after the scheme, which
    /// names a source as well; one with a port cannot be completed.
    static func word(for url: String, _ shell: CompletionShell?) -> String? {
        guard shell == .bash else { return url }
        let rest = url.split(separator: "://", maxSplits: 1).last.map(String.init) ?? url
        return rest.contains(":") ? nil : rest
    }

    private func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}
