/// A published line of images, as images.maas.io keeps them side by side under `ephemeral-v3/`.
package enum StreamLine: String, Sendable, Hashable, CaseIterable {
    /// What regions import by default.
    case stable
    /// The line that receives each version first: its newest version is not in `stable` yet.
    case candidate

    /// The line's place below the server's root, with a slash at the end and none in front.
    package var folder: String { "ephemeral-v3/\(rawValue)/" }

    /// How many publications this line is ahead of `stable`.
    var lead: Int { self == .candidate ? 1 : 0 }
}
