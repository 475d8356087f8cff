internal import FoundationEssentials
internal import Subprocess

/// The program `gpg` with a home directory of its own.
struct GnuPG: Sendable {
    /// The private home directory. Short, for GnuPG puts sockets into it whose paths may have
    /// 107 bytes.
    let home: String
    /// The program's name, looked up in PATH.
    var program = "gpg"

    /// Runs gpg and returns its standard output.
    ///
    /// Throws `GnuPGFailure` when gpg is not installed or says no.
    func run(_ arguments: [String], input: [UInt8] = []) async throws -> [UInt8] {
        let common = ["--homedir", home, "--batch", "--quiet", "--no-tty", "--yes"]
        return try await Self.run(program, common + arguments, input: input)
    }

    /// Ends the agents that gpg started for this home.
    func endAgents() async throws {
        _ = try await Self.run("gpgconf", ["--homedir", home, "--kill", "all"])
    }

    private static func run(
        _ program: String, _ arguments: [String], input: [UInt8] = []
    ) async throws -> [UInt8] {
        do {
            let result = try await Subprocess.run(
                .name(program), arguments: Arguments(arguments),
                environment: .inherit.updating(["LC_ALL": "C"]), input: .array(input),
                output: .bytes(limit: 256 << 20), error: .string(limit: 1 << 20))
            guard result.terminationStatus.isSuccess else {
                throw GnuPGFailure.refused(
                    program: program, arguments: arguments, said: result.standardError)
            }
            return result.standardOutput
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw GnuPGFailure.missing(program: program)
        }
    }
}

/// Why no document could be signed.
package enum GnuPGFailure: Error, Equatable, CustomStringConvertible {
    /// The program is not installed.
    case missing(program: String)
    /// The program ended with an error and said this on standard error.
    case refused(program: String, arguments: [String], said: String)

    package var description: String {
        switch self {
        case .missing(let program):
            """
            the sample stream signs its documents with \(program), which is not installed
            hint: apt-get install gnupg
            """
        case .refused(let program, let arguments, let said):
            "\(program) \(arguments.joined(separator: " ")) failed and said: \(said)"
        }
    }
}
