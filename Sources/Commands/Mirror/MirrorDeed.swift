/// What a run does with files, in the words that people read.
enum MirrorDeed: Sendable {
    /// They come from upstream.
    case fetch
    /// They go from a mirror to a copy of it.
    case copy

    var verb: String { self == .fetch ? "fetch" : "copy" }
    var participle: String { self == .fetch ? "fetched" : "copied" }
    var progressive: String { self == .fetch ? "fetching" : "copying" }
    /// Where the metadata comes from.
    var origin: String { self == .fetch ? "upstream's" : "the mirror's" }
}
