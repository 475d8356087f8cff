internal import FoundationEssentials
internal import SimpleStreams

/// The throw-away keys of one sample stream and the keyrings made of their public halves, all in
/// a private temporary directory.
struct SampleKeys: Sendable {
    /// Holds everything below; removed by `remove`.
    let directory: String
    /// The stream's keyring, binary, as gpgv wants it, under the name of the official one.
    var keyringPath: String { directory + "/ubuntu-cloudimage-keyring.gpg" }
    /// The same keys in ASCII armour.
    var armouredKeyringPath: String { directory + "/keyring.asc" }
    /// A binary keyring that holds only a key which signs nothing here.
    var otherKeyringPath: String { directory + "/other-keyring.gpg" }

    private let gpg: GnuPG
    private let fingerprints: [SampleKey: String]

    /// Generates the keys and exports the keyrings.
    ///
    /// Nothing stays behind when it throws.
    static func generate() async throws -> SampleKeys {
        let directory = temporaryPath()
        let gpg = GnuPG(home: directory + "/gnupg")
        try FileManager.default.createDirectory(
            atPath: gpg.home, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        do {
            return try await fill(directory, gpg)
        } catch {
            try? await gpg.endAgents()
            SigningPlace.remove(directory)
            throw error
        }
    }

    /// The fingerprint of a key, in upper-case hexadecimal as gpgv's status lines have it.
    func fingerprint(_ key: SampleKey) -> String { fingerprints[key] ?? "" }

    /// The text, clearsigned with SHA-512.
    func clearsigned(_ text: String, by key: SampleKey) async throws -> [UInt8] {
        try await sign(text, by: key, ["--clearsign"])
    }

    /// The armoured signature of the text, for publication beside it.
    func detachedSignature(_ text: String, by key: SampleKey) async throws -> [UInt8] {
        try await sign(text, by: key, ["--armor", "--detach-sign"])
    }

    /// The bytes of a keyring.
    static func read(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }

    /// Ends the agent that kept the secret keys and removes the directory.
    func remove() async {
        try? await gpg.endAgents()
        SigningPlace.remove(directory)
    }

    private func sign(
        _ text: String, by key: SampleKey, _ kind: [String]
    ) async throws -> [UInt8] {
        try await gpg.run(
            key.signingArguments + ["--digest-algo", "SHA512", "--local-user", fingerprint(key)]
                + kind,
            input: Array(text.utf8))
    }

    private static func fill(_ directory: String, _ gpg: GnuPG) async throws -> SampleKeys {
        let status = try await gpg.run(
            ["--status-fd", "1", "--gen-key"],
            input: Array(SampleKey.allCases.map(\.parameters).joined().utf8))
        let created = created(inStatus: String(decoding: status, as: UTF8.self))
        guard created.count == SampleKey.allCases.count else {
            throw GnuPGFailure.refused(
                program: "gpg", arguments: ["--gen-key"], said: "only \(created.count) keys made")
        }
        let fingerprints = Dictionary(uniqueKeysWithValues: zip(SampleKey.allCases, created))
        let keys = SampleKeys(directory: directory, gpg: gpg, fingerprints: fingerprints)
        let own = [SampleKey.stream, .expired].map(keys.fingerprint)
        try await keys.export(own, to: keys.keyringPath)
        try await keys.export(own, ["--armor"], to: keys.armouredKeyringPath)
        try await keys.export([keys.fingerprint(.other)], to: keys.otherKeyringPath)
        return keys
    }

    private func export(
        _ fingerprints: [String], _ form: [String] = [], to path: String
    ) async throws {
        let keyring = try await gpg.run(form + ["--export"] + fingerprints)
        try Data(keyring).write(to: URL(filePath: path))
    }

    /// The fingerprints of the status lines `KEY_CREATED`, in the order of creation.
    private static func created(inStatus status: String) -> [String] {
        var fingerprints: [String] = []
        for line in status.split(separator: "\n") {
            let words: [Substring] = line.split(separator: " ")
            if words.count > 3, words[1] == "KEY_CREATED" { fingerprints.append(String(words[3])) }
        }
        return fingerprints
    }

    /// A new path under TMPDIR, or under /tmp where TMPDIR leaves too little room for sockets.
    private static func temporaryPath() -> String {
        let wanted = FileManager.default.temporaryDirectory.path(percentEncoded: false)
        let parent = wanted.utf8.count <= 50 ? wanted : "/tmp/"
        let name = "sample-stream-" + UUID().uuidString.prefix(13)
        return parent + (parent.hasSuffix("/") ? "" : "/") + name
    }
}
