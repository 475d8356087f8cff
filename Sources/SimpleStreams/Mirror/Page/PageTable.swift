/// A table of what a mirror holds.
struct PageTable: Sendable {
    let title: String
    let rows: [MirrorListing.Row]
    /// The heading of the first column.
    let naming: String

    /// The table, under its title; a sentence where there is nothing.
    var html: String {
        let heading = "<section>\n<h2>\(title)</h2>"
        guard !rows.isEmpty else { return "\(heading)\n<p>None.</p>\n</section>" }
        let columns = [naming, "Arch", "Versions", "Size"].map {
            "<th scope=\"col\">\($0)</th>"
        }
        return """
            \(heading)
            <div class="wide"><table>
            <thead><tr>\(columns.joined())</tr></thead>
            <tbody>
            \(rows.map(row).joined(separator: "\n"))
            </tbody>
            </table></div>
            </section>
            """
    }

    private func row(_ row: MirrorListing.Row) -> String {
        // A name may be parted after its slash where the screen is narrow.
        let name = [row.os, row.release].compactMap { $0.map(HTMLText.escape) }
            .joined(separator: "/<wbr>")
        let kernels = row.subarches.map { "<span>\(HTMLText.escape($0))</span>" }
        let under = kernels.isEmpty ? "" : "<small>\(kernels.joined(separator: " "))</small>"
        let versions = row.versions.reversed().map { "<span>\(HTMLText.escape($0))</span>" }
        return "<tr><th scope=\"row\">\(name)</th>"
            + "<td>\(HTMLText.escape(row.arch))\(under)</td>"
            + "<td class=\"versions\">\(versions.joined(separator: " "))</td>"
            + "<td class=\"size\">\(PageSize.text(row.bytes))</td></tr>"
    }
}
