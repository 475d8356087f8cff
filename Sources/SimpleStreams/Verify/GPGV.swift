internal import FoundationEssentials
internal import Subprocess

/// Runs gpgv on one document, in a private directory that is removed afterwards.
struct GPGV: Sendable {
    /// What is to be checked.
    enum Input: Sendable {
        /// One clearsigned document.
        case clearsigned([UInt8])
        /// A document, and the signature in a file of its own.
        case detached([UInt8], signature: [UInt8])
    }

    /// What gpgv answered.
    struct Run: Sendable {
        /// The status lines.
        let status: String
        /// What it said for people, in short.
        let message: String
        /// Whether it exited with 0.
        let succeeded: Bool
        /// The signed text, of a clearsigned document.
        let output: [UInt8]?
    }

    /// The program's name, looked for in `PATH`.
    let program: String
    let temporaryDirectory: URL

    func run(
        _ input: Input, keyring: Keyring, document: String
    ) async throws(VerificationError) -> Run {
        let directory = try PrivateDirectory(below: temporaryDirectory, document: document)
        defer { directory.remove() }
        // gpgv takes a keyring by its path; a name without "/" it would look for in its home.
        let keys = try directory.write(keyring.bytes, to: "keyring.gpg")
        var arguments = ["--quiet", "--status-fd", "1", "--keyring", keys]
        switch input {
        case .clearsigned(let bytes):
            arguments += ["--output", directory.path(of: "content")]
            arguments += ["--", try directory.write(bytes, to: "document")]
        case .detached(let bytes, let signature):
            arguments += ["--", try directory.write(signature, to: "signature")]
            arguments += [try directory.write(bytes, to: "document")]
        }
        let result = try await execute(arguments, home: directory, document: document)
        return Run(
            status: result.standardOutput, message: Self.shorten(result.standardError),
            succeeded: result.succeeded, output: directory.read("content"))
    }

    private struct Answer: Sendable {
        let standardOutput: String
        let standardError: String
        let succeeded: Bool
    }

    private func execute(
        _ arguments: [String], home: PrivateDirectory, document: String
    ) async throws(VerificationError) -> Answer {
        do {
            let result = try await Subprocess.run(
                .name(program), arguments: Arguments(arguments),
                environment: .inherit.updating(["GNUPGHOME": home.path(of: "home"), "LC_ALL": "C"]),
                output: .bytes(limit: 1 << 20), error: .bytes(limit: 1 << 20))
            return Answer(
                standardOutput: String(decoding: result.standardOutput, as: UTF8.self),
                standardError: String(decoding: result.standardError, as: UTF8.self),
                succeeded: result.terminationStatus.isSuccess)
        } catch {
            throw VerificationError(
                document: document, reason: .gpgvUnavailable(PrintableText.quote("\(error)")))
        }
    }

    /// The lines that say what is wrong, on one line.
    private static func shorten(_ text: String) -> String {
        let lines = text.split(separator: "\n").map { line in
            line.hasPrefix("gpgv: ") ? line.dropFirst(6) : line
        }
        let last = lines.filter { !$0.hasPrefix("Signature made") && !$0.hasPrefix(" ") }.suffix(2)
        return last.isEmpty ? "" : PrintableText.quote(last.joined(separator: "; "))
    }
}
