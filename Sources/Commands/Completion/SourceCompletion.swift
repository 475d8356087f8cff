internal import ArgumentParser

/// The boot sources that a line may mean, for a Tab, as they were last seen.
struct SourceCompletion {
    private let context: Context

    init(_ context: Context) {
        self.context = context
    }

    /// Ways to name each source: its id, its name (MAAS 3.8), its URL.
    func candidates(_ line: TypedLine) -> [Candidate] {
        let sources = sources(line)
        return unique(
            sources.map { Candidate("\($0.id)", $0.url) }
                + sources.compactMap { source in source.name.map { Candidate($0, source.url) } }
                + sources.compactMap { Self.word(for: $0.url, line.shell).map { Candidate($0) } })
    }

    /// The URLs of the sources, where the shell can complete them.
    func urls(_ line: TypedLine) -> [Candidate] {
        line.shell == .bash ? [] : unique(sources(line).map { Candidate($0.url) })
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

    /// Each word once, and none with spaces or control characters, which no shell would offer whole
    /// and no terminal should see.
    private func unique(_ candidates: [Candidate]) -> [Candidate] {
        var seen: Set<String> = []
        return candidates.filter {
            VisibleText.isWord($0.word) && seen.insert($0.word).inserted
        }
    }
}
