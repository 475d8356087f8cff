internal import MAAS
internal import Workflows

/// A region's state as a page for people: what it takes from where, what is there, what is not, and
/// what the region says about it.
struct StatusPage {
    let status: RegionStatus

    var text: String {
        let rows = parts.flatMap { heading, lines in
            lines.enumerated().map { ($0.offset == 0 ? heading : "", $0.element) }
        }
        let room = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
        return rows.map { "\(DisplayWidth.padded($0.0, to: room))  \($0.1)" }
            .joined(separator: "\n")
    }

    private var parts: [(heading: String, lines: [String])] {
        [("region", ["\(status.url) (MAAS \(status.version.text))"])] + sources
            + [
                ("images", [complete] + unfinished),
                ("import", [status.importText]),
                ("notices", notices),
            ]
    }

    private var sources: [(heading: String, lines: [String])] {
        guard !status.sources.isEmpty else { return [("sources", ["none"])] }
        return status.sources.map { item in
            let isOff = item.source.management?.enabled == false
            let names = item.selections.map {
                "\($0.os)/\($0.release):\($0.arches.joined(separator: ","))"
            }
            return (
                "source \(item.source.id)",
                [
                    item.source.url + (isOff ? " (disabled)" : ""),
                    names.isEmpty ? "nothing selected" : names.joined(separator: " "),
                ]
            )
        }
    }

    private var complete: String {
        "\(status.images.count { $0.complete }) of \(status.images.count) complete"
    }

    /// Images on their way, and those that are nowhere yet.
    private var unfinished: [String] {
        let held = status.images.filter { !$0.complete }
        let absent = status.missing.filter { wanted in !held.contains(where: wanted.matches) }
        return held.map { "\($0.name) \($0.arch)/\($0.subarch): \($0.percent) %" }
            + absent.map { "\($0.name): missing" }
    }

    private var notices: [String] {
        status.notices.isEmpty
            ? ["none"] : status.notices.map { "\($0.category): \($0.plainMessage)" }
    }
}
