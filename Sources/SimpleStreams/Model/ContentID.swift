/// Checks the name of a products file's content, which mirrors use as a file's name in `.data`.
package enum ContentID {
    /// Whether a content id is one plain name.
    package static func isSafe(_ text: String) -> Bool {
        guard let path = try? RelativePath(text) else { return false }
        return path.components.count == 1
    }
}
