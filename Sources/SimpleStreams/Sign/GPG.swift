internal import FoundationEssentials
internal import Subprocess
internal import SystemPackage

/// Runs gpg, in the user's home of it or in one of this program's own.
struct GPG: Sendable {
    /// What gpg answered.
    struct Answer: Sendable {
        /// What it wrote on standard output.
        let output: [UInt8]
        /// Its status lines and what it said for people.
        let status: GPGReport
        /// Whether it exited with 0.
        let succeeded: Bool
    }

    /// GnuPG's home; nil for the user's.
    let home: String?
    /// The program's name, looked for in `PATH`.
    var program = "gpg"

    /// Runs gpg. It never asks: where a passphrase is needed that its agent does not know, it fails.
    func run(
        _ arguments: [String], input: [UInt8] = []
    ) async throws(SigningError) -> Answer {
        let fixed = [
            "--batch", "--no-tty", "--yes", "--quiet", "--status-fd", "2",
            "--pinentry-mode", "error",
        ]
        return try await execute(program, homed(fixed + arguments), input: input)
    }

    /// Ends the agent that gpg started for a home of this program's own. The user's stays.
    func endAgent() async {
        guard home != nil else { return }
        _ = try? await execute("gpgconf", homed(["--kill", "all"]), input: [])
    }

    private func homed(_ arguments: [String]) -> [String] {
        (home.map { ["--homedir", $0] } ?? []) + arguments
    }

    private func execute(
        _ program: String, _ arguments: [String], input: [UInt8]
    ) async throws(SigningError) -> Answer {
        let file = try GPGInput.open(input)
        do {
            let result = try await Subprocess.run(
                .name(program), arguments: Arguments(arguments),
                environment: .inherit.updating(["LC_ALL": "C"]),
                input: .fileDescriptor(
                    FileDescriptor(rawValue: file.number), closeAfterSpawningProcess: false),
                output: .bytes(limit: 256 << 20), error: .bytes(limit: 1 << 20))
            return Answer(
                output: result.standardOutput,
                status: GPGReport(String(decoding: result.standardError, as: UTF8.self)),
                succeeded: result.terminationStatus.isSuccess)
        } catch {
            throw .gpgUnavailable(PrintableText.quote("\(error)"))
        }
    }
}
