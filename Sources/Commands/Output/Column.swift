/// What a column holds, which decides how it is aligned and whether it may be cut.
package enum ColumnKind: Sendable, Equatable {
    /// Prose or a URL: may be cut with `…` where the terminal is too narrow.
    case text
    /// Text that is cut before any other.
    case aside
    /// A name or ID that gets typed again: never cut.
    case identifier
    /// Aligned to the right, never cut.
    case number

    var cutRank: Int {
        switch self {
        case .aside: 2
        case .text: 1
        case .identifier, .number: 0
        }
    }
}

/// One column of a table, as people read it.
package struct Column<Value>: Sendable {
    package let heading: String
    package let kind: ColumnKind
    /// On a terminal, left out where the table would not fit; the last such column first. Always
    /// shown elsewhere.
    package let onlyWhenWide: Bool
    package let style: @Sendable (Value) -> Style
    package let text: @Sendable (Value, Presentation) -> String

    package init(
        _ heading: String, _ kind: ColumnKind = .text, onlyWhenWide: Bool = false,
        style: @escaping @Sendable (Value) -> Style = { _ in .plain },
        text: @escaping @Sendable (Value, Presentation) -> String
    ) {
        self.heading = heading
        self.kind = kind
        self.onlyWhenWide = onlyWhenWide
        self.style = style
        self.text = text
    }
}
