internal import FoundationEssentials

/// A mirror whose last success is older than it may be.
struct LateMirror: Sendable {
    let directory: String
    /// Seconds since the last success; nil when there was none.
    let age: TimeInterval?

    /// How far ahead the clock of a run may have been.
    private static let aheadAtMost: TimeInterval = 300

    /// Nil for a mirror that is young enough. A success in the future says nothing of how old it is.
    init?(_ directory: String, _ age: TimeInterval?, _ limit: TypedDuration) {
        let young = -Self.aheadAtMost...max(0, limit.duration / .seconds(1))
        if let age, young.contains(age) { return nil }
        self.directory = directory
        self.age = age
    }

    /// The directory and how old the last success is.
    var text: String {
        guard let age else { return "\(directory): never" }
        guard age >= -Self.aheadAtMost else {
            return "\(directory): in the future, by a clock that was wrong"
        }
        let seconds = age >= 3600 ? Int(age) / 60 * 60 : Int(age)
        return "\(directory): \(TypedDuration(.seconds(seconds))) ago"
    }
}

extension Failure {
    /// The failure of a listing that found late mirrors; nil where there are none.
    init?(late: [LateMirror], of count: Int) {
        guard let first = late.first else { return nil }
        self.init(
            .failed, "\(late.count) of \(count == 1 ? "1 mirror" : "\(count) mirrors") late",
            received: late.map(\.text).joined(separator: "; "),
            hint: "see why its runs fail (systemctl status, or the mail of cron), or run "
                + "maas-boot mirror sync UPSTREAM \(ShellWord.quoted(first.directory))",
            details: [
                "late": .array(
                    late.map { mirror in
                        [
                            "directory": .string(mirror.directory),
                            "age_seconds": .integer(orNull: mirror.age.map { Int($0) }),
                        ]
                    })
            ])
    }
}
