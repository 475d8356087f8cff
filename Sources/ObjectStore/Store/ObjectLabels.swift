package import SimpleStreams
internal import Transport

/// What an object says of itself to whoever fetches it.
package struct ObjectLabels: Sendable {
    /// The media type of what is at a path.
    package let type: @Sendable (RelativePath) -> String
    /// What caches may do with what is at a path (`Cache-Control`).
    package let caching: @Sendable (RelativePath) -> String

    /// Rules for both.
    package init(
        type: @escaping @Sendable (RelativePath) -> String,
        caching: @escaping @Sendable (RelativePath) -> String
    ) {
        self.type = type
        self.caching = caching
    }

    func headers(of path: RelativePath) -> [HTTPHeader] {
        [HTTPHeader("Content-Type", type(path)), HTTPHeader("Cache-Control", caching(path))]
    }
}
