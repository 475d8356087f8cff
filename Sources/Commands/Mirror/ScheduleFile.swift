/// A file of a schedule.
struct ScheduleFile: Hashable, Sendable {
    /// Words in the first line of each, by which a file is known as ours.
    static let marker = "Made by maas-boot mirror schedule"

    /// Its absolute path.
    let path: String
    let content: Content

    enum Content: Hashable, Sendable {
        case text(String)
        /// A link to this, which is how systemd notes what is enabled.
        case link(String)
    }

    /// Whether such a file is one of ours.
    static func isOurs(_ text: String) -> Bool {
        text.prefix { $0 != "\n" }.contains(marker)
    }
}
