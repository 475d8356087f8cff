internal import Subprocess
internal import SystemPackage

/// systemd, as far as a schedule needs it.
struct ServiceManager: Sendable {
    private let environment: Environment
    private let isForUser: Bool

    init(_ context: Context, isForUser: Bool) {
        environment = context.programEnvironment
        self.isForUser = isForUser
    }

    /// Runs `systemctl` with these words.
    ///
    /// Throws a failure with its own text. What was written before stays, and the same command
    /// line finishes the work later.
    func run(_ words: String...) async throws(Failure) {
        let words = (isForUser ? ["--user"] : []) + words
        let problem: String
        do {
            let result = try await Subprocess.run(
                .name("systemctl"), arguments: Arguments(words),
                environment: environment, input: .none, output: .discarded,
                error: .string(limit: 64 << 10))
            if result.terminationStatus.isSuccess { return }
            problem = result.standardError.split(separator: "\n").joined(separator: "; ")
        } catch {
            problem = "systemctl cannot be run"
        }
        let line = (["systemctl"] + words).map(ShellWord.quoted).joined(separator: " ")
        throw Failure(
            .partlyFailed, "the unit files are right, but `\(line)` failed", received: problem,
            hint: "run it again where systemd runs, or use --cron")
    }
}
