extension VerificationError.Reason {
    var text: String {
        switch self {
        case .unsigned: "is not signed"
        case .framing(let fault): "is not one clearsigned message: \(fault.rawValue)"
        case .tooLarge(let limit): "is larger than \(limit) bytes"
        case .badSignature: "is not what was signed"
        case .unknownKey(let key): "is signed by key \(key), which the keyring does not have"
        case .uncheckable: "has a signature that cannot be checked"
        case .expiredSignature: "has a signature that has expired"
        case .expiredKey(let key): "is signed by key \(key), which has expired"
        case .revokedKey(let key): "is signed by key \(key), which has been revoked"
        case .weakDigest(let name): "has a signature over \(name), which can be forged"
        case .signatureCount(let count): "has \(count) signatures instead of one"
        case .signatureClass(let name): "has a signature of class \(name), which is no document's"
        case .noVerdict: "was neither accepted nor refused by gpgv"
        case .noKeyring: "cannot be verified without a keyring"
        case .gpgvUnavailable(let why): "cannot be verified: gpgv does not start (\(why))"
        case .temporaryFiles(let why): "cannot be verified: no temporary files (\(why))"
        }
    }
}

extension VerificationError {
    /// What to do next.
    package var hint: String {
        switch reason {
        case .unsigned:
            "use the signed document (streams/v1/index.sjson)"
        case .framing, .tooLarge, .badSignature, .noVerdict, .uncheckable, .signatureClass:
            "fetch it again; if that does not help, a proxy or the mirror changes it"
        case .unknownKey: "give the keyring of the stream's publisher with --keyring"
        case .expiredSignature, .expiredKey:
            "get the publisher's present key, and check the clock of this machine"
        case .revokedKey: "do not use this stream before its publisher has a new key"
        case .weakDigest: "ask the publisher to sign with SHA-256 or SHA-512"
        case .signatureCount: "ask the publisher to sign with one key"
        case .noKeyring: "give one with --keyring"
        case .gpgvUnavailable: "install gpgv: apt install gpgv"
        case .temporaryFiles: "check space and permissions of the directory for temporary files"
        }
    }
}
