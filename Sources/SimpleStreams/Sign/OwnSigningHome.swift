internal import FoundationEssentials
internal import Glibc

/// GnuPG's home with the key that this program made for its mirrors: RSA, for every gpgv in use
/// knows it; for signatures only; without a passphrase, for nobody is there to type it when a timer
/// runs; without an end, for a mirror whose key has run out would keep a site from booting.
struct OwnSigningHome: Sendable {
    let path: String
    let temporaryDirectory: URL
    let program: String

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Makes the home and its key where there is none.
    ///
    /// The key is made elsewhere and gets its place by one rename: whoever comes second takes what the
    /// first one made, and a kill leaves no half a home.
    func make() async throws(SigningError) {
        guard !exists else { return }
        try makeParent()
        let room = try SigningPlace.makeTemporary(in: temporaryDirectory)
        defer { SigningPlace.remove(room) }
        let gpg = GPG(home: room, program: program)
        let result = await Result { () async throws(SigningError) in
            let answer = try await gpg.run(["--generate-key"], input: Array(Self.order.utf8))
            guard answer.succeeded, answer.status.words(after: "KEY_CREATED") != nil else {
                throw answer.status.refusal(of: "auto")
            }
        }
        await gpg.endAgent()
        try result.get()
        let draft = "\(path)-\(SigningPlace.mark())"
        defer { SigningPlace.remove(draft) }
        try SigningPlace.copy(room, to: draft)
        guard rename(draft, path) == 0 || exists else {
            throw .place(path, said: String(cString: strerror(errno)))
        }
    }

    /// Does the work in a copy of the home, which is removed afterwards: runs that go on at once have
    /// an agent each, and its sockets a short path.
    func copied<Value: Sendable>(
        _ work: (GPG) async throws(SigningError) -> Value
    ) async throws(SigningError) -> Value {
        let room = try SigningPlace.makeTemporary(in: temporaryDirectory)
        defer { SigningPlace.remove(room) }
        try SigningPlace.copy(path, to: "\(room)/home")
        let gpg = GPG(home: "\(room)/home", program: program)
        let result = await Result { () async throws(SigningError) in try await work(gpg) }
        await gpg.endAgent()
        return try result.get()
    }

    private func makeParent() throws(SigningError) {
        let parent = URL(filePath: path).deletingLastPathComponent().path
        if let problem = DirectoryChain.make(parent, mode: 0o700) {
            throw .place(parent, said: String(cString: strerror(problem)))
        }
    }

    /// What gpg is to make (GnuPG manual, "Unattended key generation").
    private static let order = """
        %no-protection
        Key-Type: RSA
        Key-Length: 3072
        Key-Usage: sign
        Name-Real: maas-boot mirror
        Name-Comment: \(ProcessInfo.processInfo.hostName)
        Expire-Date: 0
        %commit

        """
}
