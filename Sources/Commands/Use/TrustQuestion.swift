internal import FoundationEssentials
internal import SimpleStreams
internal import Workflows

/// Asks the person at the terminal whether a mirror's own key is trusted: once, also when several
/// regions are to use the mirror.
actor TrustQuestion {
    private let context: Context
    private var answers: [Fingerprint: Task<Bool, any Error>] = [:]

    init(in context: Context) {
        self.context = context
    }

    /// Returns when the key is trusted; without a terminal, or with any answer but yes, throws.
    func ask(_ found: CarriedKeyring, _ target: String) async throws {
        let key = found.key.fingerprint
        let answer = answers[key] ?? Task { try await Self.isTrusted(found, target, context) }
        answers[key] = answer
        guard try await !answer.value else { return }
        throw Failure(
            .verificationFailed,
            "nothing was changed, for \(target) is signed by a key of its own, \(key), which the "
                + "region does not know",
            hint:
                "when that is the key of the mirror's keeper: maas-boot use \(target) --trust \(key)"
        )
    }

    private static func isTrusted(
        _ found: CarriedKeyring, _ target: String, _ context: Context
    ) async throws -> Bool {
        let terminal = context.terminal
        guard terminal.isTerminal(.input), terminal.isTerminal(.error) else { return false }
        let owners = found.key.userIDs.map { VisibleText.oneLine($0) }.joined(separator: ", ")
        context.note(
            """
            \(target) signs its metadata itself, with a key the region does not know:
              \(found.key.fingerprint)
              \(owners), made \(found.key.created)
            Compare it with what the mirror's keeper says.
            """)
        try context.standardError.write("Give the region this key? [y/N] ")
        let typed = try await context.standardInput.readLine() ?? ""
        return ["y", "yes"].contains(typed.lowercased())
    }
}
