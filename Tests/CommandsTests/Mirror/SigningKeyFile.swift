import Foundation
import SimpleStreams
import TestSupport

/// A secret key in a file, made once for all tests: making one takes longer than using it.
actor SigningKeyFile {
    static let shared = SigningKeyFile()

    private var made: Task<(path: String, fingerprint: String), any Error>?
    private var room: TemporaryDirectory?

    /// The file, and the key's fingerprint.
    func key() async throws -> (path: String, fingerprint: String) {
        if let made { return try await made.value }
        let room = try TemporaryDirectory()
        self.room = room
        let task = Task { try await Self.make(in: room) }
        made = task
        return try await task.value
    }

    private static func make(
        in room: TemporaryDirectory
    ) async throws -> (path: String, fingerprint: String) {
        // Short: sockets are put into it.
        let home = "/tmp/gpg-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: home, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        let fixed = ["--homedir", home, "--batch", "--quiet", "--passphrase", ""]
        let made = try await Tool.run(
            "gpg",
            fixed + [
                "--pinentry-mode", "loopback", "--status-fd", "1", "--quick-generate-key",
                "Site <site@example.invalid>", "ed25519", "sign", "never",
            ])
        let words = String(decoding: made.output, as: UTF8.self).split { $0 == " " || $0 == "\n" }
        let secret = try await Tool.run(
            "gpg", fixed + ["--pinentry-mode", "loopback", "--export-secret-keys"])
        _ = try await Tool.run("gpgconf", ["--homedir", home, "--kill", "all"])
        SigningPlace.remove(home)
        let path = room.path("site.key")
        try secret.output.write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let place = words.firstIndex(of: "KEY_CREATED").map { $0 + 2 } ?? 0
        return (path, String(words[place]))
    }
}
