import Synchronization

@testable import SimpleStreams

/// Signs as `FakeVerifier` reads: `KEY X` in the first line. Counts what it signs.
final class FakeSigner: DocumentSigner {
    private struct State {
        var key: String
        var failure: SigningError?
        var signed = 0
        var isMade = true
    }
    private let state: Mutex<State>

    init(_ key: String = "C", isMade: Bool = true) {
        state = Mutex(State(key: key, isMade: isMade))
    }

    /// Documents signed so far.
    var signed: Int { state.withLock { $0.signed } }

    /// Lets every signature fail; nil lets them succeed again.
    func fail(_ failure: SigningError?) { state.withLock { $0.failure = failure } }

    /// The way to sign with it.
    var signing: MirrorSigning { MirrorSigning(choice: .key("the site"), signer: self) }

    func key(making: Bool) async throws(SigningError) -> SiteKey? {
        state.withLock { state in
            state.isMade = state.isMade || making
            guard state.isMade, let fingerprint = FakeVerifier.fingerprint(state.key) else {
                return nil
            }
            return SiteKey(
                fingerprint: fingerprint, keyring: Array("public \(state.key)".utf8),
                armoured: Array("armoured \(state.key)".utf8))
        }
    }

    func sign(
        _ documents: [[UInt8]], by key: SiteKey, as form: SignatureForm
    ) async throws(SigningError) -> [[UInt8]] {
        let (failure, name) = state.withLock { ($0.failure, $0.key) }
        if let failure { throw failure }
        state.withLock { $0.signed += documents.count }
        return documents.map { document in
            form == .clearsigned
                ? Array("KEY \(name)\n".utf8) + document : Array("SIG \(name)".utf8)
        }
    }
}

extension MirrorBench {
    /// The first line of a document: who signed it.
    func signer(of path: String) -> String? {
        bytes(path).map { bytes in
            String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        }
    }
}
