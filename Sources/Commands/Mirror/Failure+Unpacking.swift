internal import SimpleStreams

extension Failure {
    /// Files named in the message; JSON has them all.
    private static let namedFiles = 3

    /// The failure of a run in which files of an archive were not right or could not be stored; nil
    /// when all came. 6 when the content of one was wrong, else 1.
    init?(unpacking archive: String, _ outcome: MirrorOutcome) {
        let failed = outcome.results.compactMap { result in
            result.failure.map { (path: result.file.path.text, failure: $0) }
        }
        guard !failed.isEmpty else { return nil }
        let isWrong = failed.contains { $0.failure.isOfContent }
        let causes = failed.filter { $0.failure != .cancelled }
        let named = causes.prefix(Self.namedFiles).map { file in
            let isWrong = file.failure.isOfContent
            return
                "\(file.path): \(isWrong ? "other content than the metadata says" : file.failure.description)"
        }
        let rest = failed.count - named.count
        self.init(
            isWrong ? .verificationFailed : .failed,
            "\(Counted.text(failed.count, "file")) could not be unpacked: "
                + named.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : ""),
            hint: isWrong
                ? "the archive was damaged on its way: copy \(archive == "-" ? "it" : archive) again"
                : "run it again: what came is kept",
            details: ["paths": .strings(failed.map(\.path))])
    }
}
