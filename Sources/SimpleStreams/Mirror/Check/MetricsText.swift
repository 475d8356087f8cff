package import FoundationEssentials

/// Figures of a mirror in the text format Prometheus reads (exposition format 0.0.4), for node
/// exporter's textfile collector.
package struct MetricsText: Sendable {
    /// The place of the mirror.
    package let mirror: String
    /// When a run last succeeded.
    package var lastSuccess: Date?
    /// When this text was made.
    package var now: Date
    /// Bytes the last run received for items.
    package var bytesFetched: Int64?
    /// Files the last run could not fetch.
    package var filesFailed: Int?
    /// Whether the last comparison found the mirror sound.
    package var isSound: Bool?
    /// Bytes the mirror holds.
    package var bytesHeld: Int64?

    /// Figures of a mirror.
    package init(mirror: String, now: Date, lastSuccess: Date? = nil) {
        self.mirror = mirror
        self.now = now
        self.lastSuccess = lastSuccess
    }

    /// The text: a `HELP`, a `TYPE` and a value for each figure that is known.
    package var text: String {
        let label = "{mirror=\"\(Self.escape(mirror))\"}"
        return figures.map { name, help, value in
            """
            # HELP maas_boot_mirror_\(name) \(help)
            # TYPE maas_boot_mirror_\(name) gauge
            maas_boot_mirror_\(name)\(label) \(value)

            """
        }.joined()
    }

    private var figures: [(name: String, help: String, value: Int64)] {
        let age = lastSuccess.map { Int64(now.timeIntervalSince($0)) }
        let rows: [(String, String, Int64?)] = [
            (
                "last_success_timestamp_seconds", "When a run last succeeded.",
                lastSuccess.map { Int64($0.timeIntervalSince1970) }
            ),
            ("age_seconds", "Time since a run last succeeded, when this was written.", age),
            ("fetched_bytes", "Bytes of items the last run received.", bytesFetched),
            ("failed_files", "Files the last run could not fetch.", filesFailed.map(Int64.init)),
            ("held_bytes", "Bytes of items the mirror holds.", bytesHeld),
            (
                "verify_success", "Whether the last comparison with the metadata found it sound.",
                isSound.map { $0 ? 1 : 0 }
            ),
        ]
        return rows.compactMap { name, help, value in value.map { (name, help, $0) } }
    }

    private static func escape(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
    }
}
