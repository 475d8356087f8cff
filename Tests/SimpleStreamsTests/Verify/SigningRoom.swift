import Foundation
import SimpleStreams
import Subprocess
import Testing

/// A throw-away home of gpg, with keys made for one test.
struct SigningRoom: Sendable {
    let home: URL

    static let isGPGInstalled = (ProcessInfo.processInfo.environment["PATH"] ?? "")
        .split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/gpg")
        }

    /// Runs a test with a room of its own, and removes it afterwards.
    static func with(_ body: (SigningRoom) async throws -> Void) async throws {
        // The agent's socket lies in the home, and a socket's path must be short.
        let room = SigningRoom(home: URL(filePath: "/tmp/gpg-\(UUID().uuidString.prefix(8))"))
        try FileManager.default.createDirectory(
            at: room.home, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        do {
            try await body(room)
        } catch {
            try await room.close()
            throw error
        }
        try await room.close()
    }

    private func close() async throws {
        _ = try await run("gpgconf", ["--homedir", home.path, "--kill", "all"], [])
        SigningPlace.remove(home.path)
    }

    /// Makes a key; `at` is a time the clock is said to be at, `expires` gpg's word for a span.
    func makeKey(
        _ name: String, algorithm: String = "ed25519", expires: String = "never",
        passphrase: String = "", at time: String? = nil
    ) async throws {
        let arguments = ["--quick-generate-key", "\(name) <\(name)@example.invalid>", algorithm]
        _ = try await gpg(arguments + ["sign", expires], passphrase: passphrase, at: time)
    }

    func exportSecretKey(_ name: String) async throws -> [UInt8] {
        try await gpg(["--armor", "--export-secret-keys", name])
    }

    func importKeys(_ keys: [UInt8]) async throws {
        _ = try await run(
            "gpg", ["--homedir", home.path, "--batch", "--quiet", "--import"], keys)
    }

    func exportKeys(_ names: String..., armoured: Bool = false) async throws -> [UInt8] {
        try await gpg((armoured ? ["--armor"] : []) + ["--export"] + names)
    }

    func clearsign(
        _ text: String, by names: String..., options: [String] = [], at time: String? = nil
    ) async throws -> [UInt8] {
        let signers = names.flatMap { ["--local-user", "\($0)@example.invalid"] }
        return try await gpg(signers + options + ["--clearsign"], text, at: time)
    }

    func detach(
        _ text: String, by name: String, options: [String] = ["--armor"]
    ) async throws -> [UInt8] {
        try await gpg(options + ["--local-user", name, "--detach-sign"], text)
    }

    /// Revokes a key by the certificate gpg keeps beside it.
    func revoke(_ name: String) async throws {
        let listing = String(
            decoding: try await gpg(["--with-colons", "--list-keys", name]), as: UTF8.self)
        let line = try #require(listing.split(separator: "\n").first { $0.hasPrefix("fpr:") })
        let fingerprint = try #require(line.split(separator: ":").last)
        let file = home.appending(path: "openpgp-revocs.d/\(fingerprint).rev")
        let text = try String(contentsOf: file, encoding: .utf8)
        _ = try await gpg(["--import"], text.replacing(":-----BEGIN", with: "-----BEGIN"))
    }

    private func gpg(
        _ arguments: [String], _ input: String = "", passphrase: String = "", at time: String? = nil
    ) async throws -> [UInt8] {
        let clock = time.map { ["--faked-system-time", $0 + "!"] } ?? []
        let fixed = [
            "--homedir", home.path, "--batch", "--yes", "--quiet", "--passphrase", passphrase,
        ]
        return try await run(
            "gpg", fixed + ["--pinentry-mode", "loopback"] + clock + arguments, Array(input.utf8))
    }

    private func run(
        _ program: String, _ arguments: [String], _ input: [UInt8]
    ) async throws -> [UInt8] {
        let result = try await Subprocess.run(
            .name(program), arguments: Arguments(arguments), input: .array(input),
            output: .bytes(limit: 1 << 24), error: .string(limit: 1 << 20))
        try #require(result.terminationStatus.isSuccess, "\(arguments): \(result.standardError)")
        return result.standardOutput
    }
}
