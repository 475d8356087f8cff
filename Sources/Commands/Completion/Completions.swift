internal import ArgumentParser

/// What shells offer after a Tab where the answer depends on the user's profiles and regions.
///
/// Answers come from files on this machine: never from the network, and without a message when
/// something is missing, for either would disturb the line that is being typed.
enum Completions {
    /// The context of the run that answers a shell; nil outside of one, where nothing is offered.
    @TaskLocal static var context: Context?

    /// The boot sources of the region that the line is about, as last seen.
    static let sources = kind { SourceCompletion($0).candidates($1) }

    /// Streams to switch to: Canonical's, and the sources that the region was last seen with.
    static let streams = kind {
        [Candidate("stable"), Candidate("candidate")] + SourceCompletion($0).urls($1)
    }

    /// All profiles that commands can use.
    static let profiles = kind { context, _ in ProfileCompletion(context).all() }

    /// The profiles that the program keeps itself.
    static let ownProfiles = kind { context, _ in ProfileCompletion(context).own() }

    /// The fields that the line's command can write, in a comma list.
    static let fields = kind { FieldCompletion.candidates($1).map { Candidate($0) } }

    private static func kind(
        _ answer: @escaping @Sendable (Context, TypedLine) -> [Candidate]
    ) -> CompletionKind {
        .custom { words, _, prefix in
            guard let context else { return [] }
            let shell = CompletionShell.requesting
            return answer(context, TypedLine(words: words, prefix: prefix, shell: shell))
                .map { $0.line(for: shell) }
        }
    }
}
