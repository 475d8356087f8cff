internal import ArgumentParser
internal import SimpleStreams

/// The sync of a mirror that is to run again and again.
struct ScheduledSync: Sendable {
    /// The program, by its absolute path.
    let program: String
    /// The mirror's directory, an absolute path.
    let directory: String
    let upstream: String
    let metricsFile: String
    /// Words for `mirror sync` beside those that the mirror's record makes needless.
    let extra: [String]
    /// Who owns the mirror's directory; nil for root.
    let owner: String?

    /// From a mirror's own record, which knows filters, choices and the keyring. What it does not
    /// know, such as a limit on bandwidth, is among the extra words.
    init(
        _ state: MirrorState, directory: String, program: String, owner: String?,
        metricsFile: String?, extra: [String]
    ) throws(Failure) {
        self.program = program
        self.directory = directory
        self.owner = owner
        upstream = state.upstream
        self.metricsFile = metricsFile ?? "\(directory)/.maas-boot/metrics.prom"
        var words = extra
        if let index = state.indexPath, index != MirrorOptions.defaultIndexPath {
            words = ["--path", index.text] + words
        }
        if !Self.saysTrust(extra) { words += Self.trust(state) }
        self.extra = words
        try check()
    }

    /// The command line, the program included.
    var words: [String] {
        [program, "mirror", "sync", upstream, directory] + extra
            + ["--progress", "none", "--metrics-file", metricsFile]
    }

    /// Directories that a run writes to.
    var writtenDirectories: [String] {
        let metrics = DirectoryPath.parent(of: metricsFile)
        let isInside = metrics == directory || metrics.hasPrefix(directory + "/")
        return isInside ? [directory] : [directory, metrics]
    }

    /// The last run's words about whose signature is believed.
    private static func trust(_ state: MirrorState) -> [String] {
        if let trust = state.trust, trust.fingerprint == nil { return ["--no-verify"] }
        return state.keyring.map { ["--keyring", $0] } ?? []
    }

    private static func saysTrust(_ words: [String]) -> Bool {
        words.contains { word in
            word == "--no-verify" || word == "-U" || word.hasPrefix("--keyring")
        }
    }

    /// Finds wrong words now, not in the first night.
    private func check() throws(Failure) {
        let job: MirrorJob
        do {
            job = try MirrorSync.parse(Array(words.dropFirst(3))).job
        } catch {
            throw refused(MirrorSync.message(for: error))
        }
        do {
            _ = try FilterSet(parsing: job.filters)
        } catch {
            throw refused(MirrorError.filter(error).failure.message)
        }
        do {
            _ = try job.selection.part(filters: job.filters)
        } catch {
            throw refused(Failure(from: error).message)
        }
        if let keyring = job.trust.keyring, !keyring.hasPrefix("/") {
            throw Failure(
                .usage, "a scheduled run finds a keyring by its whole path only", received: keyring,
                hint: "give it as $PWD/\(keyring)")
        }
    }

    private func refused(_ reason: String) -> Failure {
        Failure(
            .usage, "mirror sync does not take these words",
            received: extra.map(ShellWord.quoted).joined(separator: " "), hint: reason)
    }
}
