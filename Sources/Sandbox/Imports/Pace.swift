/// How long a region takes over things.
package struct Pace: Sendable, Codable, Equatable {
    /// From the save of a source until its catalogue can be selected from, in seconds.
    package var catalogueDelay = 0.0
    /// From the start of an import to its end, in seconds.
    package var importDuration = 0.2
    /// Bytes a second; when set, an import takes as long as its bytes need.
    package var bytesPerSecond: Double?
    /// How long a duplicate priority is retried before the 409 (3.8 takes 16 s), in seconds.
    package var conflictDelay = 0.0

    package init() {}

    /// How long an import reads metadata before the first set appears: about a second on real
    /// regions, a fifth of a short import.
    var metadataDuration: Double { min(1, importDuration / 5) }
}
