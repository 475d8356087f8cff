/// A mirror that `mirror list` could not list.
struct UnlistedMirror: Sendable {
    let directory: String
    let failure: Failure

    init(_ directory: String, _ failure: Failure) {
        self.directory = directory
        self.failure = failure
    }

    /// What is wrong, and with which mirror.
    var text: String {
        failure.message.contains(directory)
            ? failure.message : "\(directory): \(failure.message)"
    }
}

extension Failure {
    /// The failure of a listing that could not list some mirrors; nil where it listed all.
    ///
    /// Where it listed none, for one and the same reason, that is its kind, else 9.
    init?(unlisted: [UnlistedMirror], of count: Int) {
        guard let first = unlisted.first else { return nil }
        guard count > 1 else {
            self = first.failure
            return
        }
        let kind = first.failure.kind
        let isOne = unlisted.count == count && unlisted.allSatisfy { $0.failure.kind == kind }
        self.init(
            isOne ? kind : .partlyFailed,
            "\(unlisted.count) of \(count) mirrors could not be listed: "
                + unlisted.map(\.text).joined(separator: "; "),
            hint: first.failure.hint,
            details: [
                "unlisted": .array(
                    unlisted.map { mirror in
                        [
                            "directory": .string(mirror.directory),
                            "reason": .string(mirror.failure.message),
                        ]
                    })
            ])
    }
}
