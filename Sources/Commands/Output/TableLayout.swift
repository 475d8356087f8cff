/// Lays out the cells of a table in columns that fit a width. Knows nothing of what they mean.
package struct TableLayout: Sendable {
    /// One column's part in the layout.
    package struct Shape: Sendable {
        let heading: String
        /// Columns of the highest rank are cut first; those of rank 0 never.
        let cutRank: Int
        let isTrailing: Bool
        let onlyWhenWide: Bool
    }

    /// What stands between two columns.
    static let gap = 2
    /// A column is never cut below this, nor below its heading.
    static let leastWidth = 8

    let shapes: [Shape]
    let rows: [[String]]

    /// The columns to show, by index, with the width of each, for a terminal of this width; nil
    /// shows everything whole.
    func widths(fitting width: Int?) -> [(column: Int, width: Int)] {
        var shown = shapes.indices.map { (column: $0, width: naturalWidth($0)) }
        guard let width else { return shown }
        while Self.total(shown) > width,
            let last = shown.lastIndex(where: { shapes[$0.column].onlyWhenWide })
        {
            shown.remove(at: last)
        }
        return shrunk(shown, to: width)
    }

    private func naturalWidth(_ column: Int) -> Int {
        rows.reduce(DisplayWidth.of(shapes[column].heading)) {
            max($0, DisplayWidth.of($1[column]))
        }
    }

    /// Takes columns from the widest text of the highest rank until the row fits or nothing more can be cut.
    private func shrunk(
        _ columns: [(column: Int, width: Int)], to width: Int
    ) -> [(column: Int, width: Int)] {
        var columns = columns
        while Self.total(columns) > width {
            let widest = columns.indices.filter { canShrink(columns[$0]) }
                .max { order(columns[$0]) < order(columns[$1]) }
            guard let widest else { break }
            columns[widest].width -= 1
        }
        return columns
    }

    /// What is cut first comes last.
    private func order(_ column: (column: Int, width: Int)) -> (rank: Int, width: Int) {
        (shapes[column.column].cutRank, column.width)
    }

    private func canShrink(_ column: (column: Int, width: Int)) -> Bool {
        let shape = shapes[column.column]
        return shape.cutRank > 0
            && column.width > max(Self.leastWidth, DisplayWidth.of(shape.heading))
    }

    private static func total(_ columns: [(column: Int, width: Int)]) -> Int {
        columns.reduce(0) { $0 + $1.width } + gap * max(0, columns.count - 1)
    }
}
