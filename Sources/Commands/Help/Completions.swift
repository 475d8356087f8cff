internal import ArgumentParser

/// What shells offer after a Tab; grows with the cache of each profile.
enum Completions {
    static let sources = CompletionKind.default
    static let profiles = CompletionKind.default
}
