/// A number of things in words.
package enum Counted {
    /// `1 file`, `2 files`.
    ///
    /// - Parameter many: the plural, where it is not made with an s.
    package static func text(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(count) \(count == 1 ? one : many ?? one + "s")"
    }
}
