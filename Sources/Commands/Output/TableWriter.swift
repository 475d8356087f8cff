/// Writes values as a table for people.
package struct TableWriter<Value> {
    let listing: Listing<Value>
    let presentation: Presentation

    /// A line of headings and a line for each value.
    ///
    /// On a terminal the lines fit its width where that can be done without cutting identifiers;
    /// elsewhere every column is there, whole.
    func table(_ values: [Value]) -> String {
        let rows = values.map { value in listing.columns.map { cell($0, value) } }
        let layout = TableLayout(shapes: listing.columns.map(\.shape), rows: rows)
        let widths = layout.widths(fitting: presentation.width)
        let heading = line(listing.columns.map(\.heading), widths, styles: nil)
        let lines = zip(values, rows).map { value, row in
            line(row, widths, styles: listing.columns.map { $0.style(value) })
        }
        return ([heading] + lines).map { $0 + "\n" }.joined()
    }

    /// A line for each column: its heading and the value's text, whole.
    func card(_ value: Value) -> String {
        let room = listing.columns.map { DisplayWidth.of($0.heading) }.max() ?? 0
        return listing.columns.map { column in
            let heading = DisplayWidth.padded(column.heading, to: room + TableLayout.gap)
            let text = column.style(value)
                .applied(to: cell(column, value), colour: presentation.colour)
            return trimmed(Style.bold.applied(to: heading, colour: presentation.colour) + text)
        }.map { $0 + "\n" }.joined()
    }

    private func cell(_ column: Column<Value>, _ value: Value) -> String {
        VisibleText.oneLine(column.text(value, presentation))
    }

    private func line(
        _ cells: [String], _ widths: [(column: Int, width: Int)], styles: [Style]?
    ) -> String {
        let texts = widths.enumerated().map { position, place in
            let text = DisplayWidth.shortened(cells[place.column], to: place.width)
            let isTrailing = listing.columns[place.column].kind == .number
            let isLast = position == widths.count - 1
            let padded =
                isLast && !isTrailing
                ? text : DisplayWidth.padded(text, to: place.width, trailing: isTrailing)
            let style = styles?[place.column] ?? .bold
            return style.applied(to: padded, colour: presentation.colour)
        }
        return trimmed(texts.joined(separator: String(repeating: " ", count: TableLayout.gap)))
    }

    private func trimmed(_ line: String) -> String {
        String(line.reversed().drop(while: { $0 == " " }).reversed())
    }
}

extension Column {
    /// The column's part in the layout.
    var shape: TableLayout.Shape {
        TableLayout.Shape(
            heading: heading, cutRank: kind.cutRank, isTrailing: kind == .number,
            onlyWhenWide: onlyWhenWide)
    }
}
