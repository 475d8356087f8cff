internal import ArgumentParser
internal import SimpleStreams
internal import Workflows
internal import YAML

extension DocumentMirror {
    /// The arguments of `mirror sync` that say the same.
    var arguments: [String] {
        var words: [String] = []
        if let keyring { words += ["--keyring", keyring] }
        if let path { words += ["--path", path] }
        for (_, option) in DocumentKeys.mirrorChoices {
            words += (choices[option] ?? []).flatMap { [option, $0] }
        }
        if let max { words += ["--max", "\(max)"] }
        if keep { words.append("--keep") }
        if let keepDays { words += ["--keep-days", "\(keepDays)"] }
        if let sign { words += ["--sign", sign] }
        if let cache { words += ["--cache", cache] }
        // What the document says holds, whatever earlier runs recorded.
        return words + ["--replace", "--", upstream, directory] + filters
    }

    /// The run that `mirror sync` would make of it.
    func job() throws -> MirrorJob {
        do {
            return try MirrorJob.parse(arguments)
        } catch {
            throw Failure(
                .usage,
                "the mirror \(directory)\(place.map { " (line \($0.line))" } ?? ""): "
                    + MirrorJob.message(for: error),
                hint: "its keys are what mirror sync takes: maas-boot mirror sync --help")
        }
    }
}

extension MirrorReport {
    /// The plan's step; nil where there is nothing to do.
    var step: DocumentStep? {
        guard changed else { return nil }
        let fetched = files.count { $0.result == "fetch" }
        let removed = files.count { $0.result == "remove" }
        let counts = [
            ("files_to_fetch", fetched), ("bytes_to_fetch", Int(bytesToFetch)),
            ("files_to_remove", removed),
        ]
        return DocumentStep(
            .sources, .sync, .mirror, directory,
            counts.filter { $0.1 > 0 }.map { .init($0.0, .integer(0), .integer($0.1)) }, .mirror)
    }
}
